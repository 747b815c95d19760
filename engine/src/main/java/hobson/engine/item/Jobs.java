package hobson.engine.item;

import hobson.engine.Expected;
import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.util.function.UnaryOperator;

/**
 * What can be done to the configuration of jobs and folders. Every method asks for the caller's permission first, has been written to
 * the store when it returns, and changes nothing when it throws ({@link Refusal}, {@link hobson.engine.user.Denied}).
 */
public final class Jobs {
    private final ItemStore store;
    private final ItemFormat format;
    private final Definitions definitions;
    private final ItemEdits edits;
    private final JobGuard guard;
    private final Authorization authorization;

    public Jobs(
            ItemStore store,
            ItemFormat format,
            Definitions definitions,
            ItemEdits edits,
            JobGuard guard,
            Authorization authorization) {
        this.store = store;
        this.format = format;
        this.definitions = definitions;
        this.edits = edits;
        this.guard = guard;
        this.authorization = authorization;
    }

    public JobDefinition definition(Job job) {
        return definitions.of(job);
    }

    public FolderDefinition definition(Folder folder) {
        return definitions.of(folder);
    }

    /** For callers that must say no before they read what was sent. */
    public void requireConfigure(Caller caller, Item item) {
        authorization.require(caller, Permission.JOB_CONFIGURE, item);
    }

    /** The document as it was posted; its secrets are masked for callers who may not configure the item. */
    public byte[] document(Caller caller, Item item) {
        authorization.require(caller, Permission.JOB_EXTENDED_READ, item);
        var document = store.document(item.id());
        return authorization.allows(caller, Permission.JOB_CONFIGURE, item) ? document : format.masked(document);
    }

    /** Another document for the item, whatever it is now. The same bytes again change nothing. A hold-off stays. */
    public Item configure(Caller caller, Item item, byte[] document) {
        return configure(caller, item, document, Expected.ANYTHING);
    }

    /** The same for an item whose document is as expected. */
    public Item configure(Caller caller, Item item, byte[] document, Expected expected) {
        requireConfigure(caller, item);
        var definition = format.read(document);
        if (!definition.kind().equals(item.kind())) {
            throw Refusal.badInput("Expecting " + item.kind() + " but got " + definition.kind() + " instead");
        }
        return edit(caller, item, expected.then(document), false);
    }

    public Item describe(Caller caller, Item item, String description) {
        requireConfigure(caller, item);
        return edit(caller, item, document -> format.withDescription(document, description), true);
    }

    /** The request may have taken its time since the caller was let in: what counts is what the item is now. */
    private Item edit(Caller caller, Item item, UnaryOperator<byte[]> edit, boolean saves) {
        return edits.edit(caller, item, now -> requireConfigure(caller, now), edit, saves);
    }

    /**
     * Enables or disables; saving a job ends its hold-off. Queued triggers of a job that is disabled are cancelled. A folder that
     * callers fill cannot be disabled: nothing happens.
     */
    public Item setDisabled(Caller caller, Item item, boolean disabled) {
        requireConfigure(caller, item);
        if (item.disabled() == disabled
                || (item instanceof Folder folder && !definition(folder).computed())) {
            return item;
        }
        var changed = edit(caller, item, document -> format.withDisabled(document, disabled), true);
        if (disabled && changed instanceof Job) {
            guard.cancelQueued(changed.id(), caller);
        }
        return changed;
    }
}
