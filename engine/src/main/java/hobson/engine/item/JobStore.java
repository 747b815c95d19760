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
     * case aside): {@link hobson.engine.Refusal} ({@code CONFLICT}).
     */
    Job create(Job job, byte[] document, boolean secret, Change change);

    /** Writes the job's own fields but for its path, and its document. Refuses ({@code NOT_FOUND}) when there is no such job. */
    void configure(Job job, byte[] document, boolean secret, Change change);

    /**
     * Writes the job's path and version. Refuses when there is no such job ({@code NOT_FOUND}) or another one has the path ({@code
     * CONFLICT}).
     */
    void rename(Job job, Change change);

    /** Removes the job, its builds, its queue items and what it knows of files. Does nothing when there is no such job. */
    void delete(long id, Change change);

    /** The document as it was given, byte for byte. Refuses ({@code NOT_FOUND}) when there is no such job. */
    byte[] document(long id);
}
