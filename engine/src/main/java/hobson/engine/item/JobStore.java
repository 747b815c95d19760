package hobson.engine.item;

import hobson.engine.event.Change;
import java.util.function.Consumer;

/**
 * Where jobs live. Methods are atomic, may be called concurrently, and have been written and synced when they return; each
 * change also appends one event. The build fields of a job are written by {@link hobson.engine.build.BuildStore}.
 */
public interface JobStore {
    /** Every job, in no particular order. Reads one row a job: neither documents nor builds. */
    void load(Consumer<Job> jobs);

    /**
     * Adds a job and gives it an id; {@code job.id()} is ignored. Nothing is added when another job has the same path (letter
     * case aside): {@link hobson.engine.Refusal}.
     */
    Job create(Job job, byte[] document, boolean secret, Change change);

    /** Writes the job's own fields and its document. */
    void configure(Job job, byte[] document, boolean secret, Change change);

    /** Writes the job's path. */
    void rename(Job job, Change change);

    /** Removes the job, its builds and its queue items. */
    void delete(long id, Change change);

    /** The document as it was given, byte for byte. */
    byte[] document(long id);
}
