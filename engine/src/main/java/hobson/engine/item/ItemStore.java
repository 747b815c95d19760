package hobson.engine.item;

import hobson.engine.event.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where items live. Methods are atomic, may be called concurrently, and have been written and synced when they return; each
 * change also appends one event for each item. The build fields of a job are written by {@link hobson.engine.build.BuildStore}.
 */
public interface ItemStore {
    /**
     * Every item, folders before what is in them. Reads one row an item: neither documents nor builds.
     */
    void load(Consumer<Item> items);

    /** An item with its document, to be added; its id is ignored. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Added(Item item, byte[] document, boolean secret) {}

    /**
     * Adds items and gives them ids, in that order. Nothing is added when another item has the same path (letter case aside): {@link
     * hobson.engine.Refusal} ({@code CONFLICT}).
     */
    List<Item> create(List<Added> items, Change change);

    /**
     * Writes the item's own fields but for its path, and its document; the one before is kept for the builds that began with it and are
     * in progress. Refuses ({@code NOT_FOUND}) when there is no such item. */
    void configure(Item item, byte[] document, boolean secret, Change change);

    /**
     * Writes the items' paths and versions. Refuses when there is no such item ({@code NOT_FOUND}) or another one has a path ({@code
     * CONFLICT}).
     */
    void rename(List<? extends Item> items, Change change);

    /**
     * Removes the items, and of jobs their builds, their queue items and what they know of files. Does nothing for an item that there
     * is not.
     */
    void delete(List<? extends Item> items, Change change);

    /** The document as it was given, byte for byte. Refuses ({@code NOT_FOUND}) when there is no such item. */
    byte[] document(long id);

    /** The document that a build in progress began with, when its job has been configured since. */
    Optional<byte[]> document(long job, int build);
}
