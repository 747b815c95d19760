package hobson.engine.queue;

import hobson.engine.event.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where the queue lives. Methods are atomic, may be called concurrently, and have been written and synced when they return; each
 * change also appends one event.
 */
public interface QueueStore {
    /** Items that have not left, by id. */
    List<QueueItem> waiting();

    /** At least as large as every id that was ever used. */
    long lastId();

    /**
     * Adds an item. With a {@code key} that was used within seven days of {@code change.at()}, adds nothing.
     *
     * @return the id of the item that the key belongs to: {@code item.id()} when it was added
     */
    long submit(QueueItem item, @Nullable String key, Change change);

    /** The item that was submitted with the key less than seven days before {@code now} (milliseconds). */
    OptionalLong submitted(String key, long now);

    /**
     * Writes causes and due time of an item that is waiting; an item that has left stays as it was. A {@code key} belongs to the
     * item from now on, unless it belongs to one already.
     */
    default void update(QueueItem item, @Nullable String key, Change change) {
        updating(item, key, change).await();
    }

    /** As {@link #update}, but has been written only when it was awaited. What was asked for first is written first. */
    Updating updating(QueueItem item, @Nullable String key, Change change);

    /** A change on its way into the store. */
    @FunctionalInterface
    interface Updating {
        /** To be called by the thread that has it, once. Throws what {@link QueueStore#update} throws. */
        void await();
    }

    /** Takes an item out of the queue without a build. Does nothing when it has left already. */
    void cancel(long id, Change change);

    /** An item that has left. Items that became a build answer as long as the build exists. */
    Optional<LeftItem> left(long id);

    /**
     * Forgets the items that were cancelled and the keys that were used before that time (milliseconds). Works in small steps, so
     * that nobody waits long behind it. Appends no event.
     */
    void forget(long before);
}
