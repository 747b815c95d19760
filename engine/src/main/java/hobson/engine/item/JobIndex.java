package hobson.engine.item;

import org.jspecify.annotations.Nullable;

/** Finds jobs by something that is in them. Told of every change by the {@link ItemRegistry}; called concurrently. */
@FunctionalInterface
public interface JobIndex {
    /**
     * One snapshot takes another's place: under that job's lock, so changes of one job come in their order.
     *
     * @param before null for a job that is new here
     * @param after null for one that is gone
     */
    void replace(@Nullable Job before, @Nullable Job after);
}
