package hobson.engine.queue;

import hobson.engine.build.Cause;
import hobson.engine.parameter.ParameterValue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** An item in memory. Mutable; guarded by the lock of {@link Queue}, but for the futures. */
final class Entry {
    /** Items of the same job with the same values are one, unless they are to build different commits. Order and repetition do not matter. */
    record Likeness(
            long jobId,
            boolean parameterized,
            Set<ParameterValue> values,
            @Nullable String revision) {
        static Likeness of(QueueItem item) {
            var values = item.parameters();
            return new Likeness(
                    item.jobId(),
                    values != null,
                    values == null ? Set.of() : Set.copyOf(values),
                    Cause.revision(item.causes()));
        }
    }

    final Likeness likeness;
    QueueItem item;
    boolean pending;

    /** Its place among those that became ready. */
    long turn;

    /** Done when the store has the item. */
    final CompletableFuture<Void> stored = new CompletableFuture<>();

    /** The number of the build it became, or 0 when it was cancelled. */
    final CompletableFuture<Integer> left = new CompletableFuture<>();

    Entry(QueueItem item) {
        this.item = item;
        this.likeness = Likeness.of(item);
    }

    /** Waits until the store has the item, or throws what the store threw at the trigger that it belongs to. */
    void awaitStored() {
        try {
            stored.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    long id() {
        return item.id();
    }

    /** Items that come one after the other lie beside each other in tables: a collector has fewer places to look at. */
    @Override
    public int hashCode() {
        return Long.hashCode(item.id());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }
}
