package hobson.engine.item;

import hobson.engine.Expected;
import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What can be done to jobs. Every method asks for the caller's permission first, has been written to the store when it returns,
 * and changes nothing when it throws ({@link Refusal}, {@link hobson.engine.user.Denied}).
 *
 * <p>300 lines: every change of a job, each a few lines, over the same seven things.
 */
public final class Jobs {
    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());

    private final JobRegistry registry;
    private final JobStore store;
    private final JobFormat format;
    private final Definitions definitions;
    private final JobGuard guard;
    private final Authorization authorization;
    private final InstantSource clock;

    public Jobs(
            JobRegistry registry,
            JobStore store,
            JobFormat format,
            Definitions definitions,
            JobGuard guard,
            Authorization authorization,
            InstantSource clock) {
        this.registry = registry;
        this.store = store;
        this.format = format;
        this.definitions = definitions;
        this.guard = guard;
        this.authorization = authorization;
        this.clock = clock;
    }

    /** Takes in what the store has. */
    public void load() {
        store.load(job -> registry.put(job.wiring().isUnread() ? job.wired(wiring(job)) : job));
    }

    private Wiring wiring(Job job) {
        return format.read(store.document(job.id())).wiring();
    }

    public JobDefinition definition(Job job) {
        return definitions.of(job);
    }

    /** For callers that must say no before they read what was sent. */
    public void requireCreate(Caller caller) {
        authorization.require(caller, Permission.JOB_CREATE);
    }

    /** As {@link #requireCreate}. */
    public void requireConfigure(Caller caller) {
        authorization.require(caller, Permission.JOB_CONFIGURE);
    }

    /** As {@link #requireCreate}: refuses a name that no job may have or that one has already. */
    public void requireFree(Caller caller, String name) {
        free(caller, name);
    }

    /** A new job from a document. */
    public Job create(Caller caller, String name, byte[] document) {
        authorization.require(caller, Permission.JOB_CREATE);
        var path = free(caller, name);
        var definition = format.read(document);
        return add(caller, path, document, definition, false);
    }

    /** A new, empty job. */
    public Job create(Caller caller, String name, String kind) {
        authorization.require(caller, Permission.JOB_CREATE);
        var path = free(caller, name);
        var document = format.blank(kind);
        return add(caller, path, document, format.read(document), false);
    }

    /** A new job with the document of another one. It is held off until it is saved. */
    public Job copy(Caller caller, String name, String source) {
        authorization.require(caller, Permission.JOB_CREATE);
        var path = free(caller, name);
        if (source.isBlank()) {
            throw Refusal.badInput("Specify which job to copy");
        }
        var from = source(caller, path, source);
        authorization.require(caller, Permission.JOB_EXTENDED_READ);
        var document = store.document(from.id());
        var definition = format.read(document);
        if (definition.holdsSecrets()) {
            authorization.require(caller, Permission.JOB_CONFIGURE);
        }
        return add(caller, path, document, definition, true);
    }

    private Job source(Caller caller, ItemPath target, String source) {
        var unknown = Refusal.badInput("No such job: " + source);
        try {
            return registry.visible(caller, target.resolve(source));
        } catch (Refusal | IllegalArgumentException e) {
            throw unknown;
        }
    }

    /** The document as it was posted; its secrets are masked for callers who may not configure the job. */
    public byte[] document(Caller caller, Job job) {
        authorization.require(caller, Permission.JOB_EXTENDED_READ);
        var document = store.document(job.id());
        return authorization.allows(caller, Permission.JOB_CONFIGURE) ? document : format.masked(document);
    }

    /** Another document for the job, whatever it is now. The same bytes again change nothing. A hold-off stays. */
    public Job configure(Caller caller, Job job, byte[] document) {
        return configure(caller, job, document, Expected.ANYTHING);
    }

    /** The same for a job whose document is as expected. */
    public Job configure(Caller caller, Job job, byte[] document, Expected expected) {
        authorization.require(caller, Permission.JOB_CONFIGURE);
        var definition = format.read(document);
        if (!definition.kind().equals(job.kind())) {
            throw Refusal.badInput("Expecting " + job.kind() + " but got " + definition.kind() + " instead");
        }
        return edit(caller, job, expected.then(document), false);
    }

    public Job describe(Caller caller, Job job, String description) {
        authorization.require(caller, Permission.JOB_CONFIGURE);
        return edit(caller, job, document -> format.withDescription(document, description), true);
    }

    /** Enables or disables; saving a job ends its hold-off. Queued triggers of a job that is disabled are cancelled. */
    public Job setDisabled(Caller caller, Job job, boolean disabled) {
        authorization.require(caller, Permission.JOB_CONFIGURE);
        if (job.disabled() == disabled) {
            return job;
        }
        var changed = edit(caller, job, document -> format.withDisabled(document, disabled), true);
        if (disabled) {
            guard.cancelQueued(changed.id(), caller);
        }
        return changed;
    }

    private Job edit(Caller caller, Job job, UnaryOperator<byte[]> edit, boolean saves) {
        return registry.update(job.id(), now -> {
            requireOpen(now);
            var before = store.document(now.id());
            var after = edit.apply(before);
            boolean heldOff = now.heldOff() && !saves;
            if (Arrays.equals(before, after) && heldOff == now.heldOff()) {
                return now;
            }
            var definition = format.read(after);
            var changed = now.configured(definition, heldOff);
            store.configure(changed, after, definition.holdsSecrets(), change(caller));
            definitions.remember(changed, definition);
            return changed;
        });
    }

    /** Another name in the same place. Other jobs' references follow. */
    public Job rename(Caller caller, Job job, String newName) {
        if (!authorization.allows(caller, Permission.JOB_CONFIGURE)) {
            authorization.require(caller, Permission.JOB_CREATE);
            authorization.require(caller, Permission.JOB_DELETE);
        }
        var name = ItemNames.checked(newName);
        if (name.equals(job.name())) {
            throw Refusal.badInput("The new name is the same as the current name.");
        }
        var to = job.path().withName(name);
        boolean onlyCase = to.key().equals(job.path().key());
        if (!onlyCase && !registry.reserve(to)) {
            throw Refusal.badInput("The name “" + name + "” is already in use.");
        }
        Renamed renamed;
        try {
            renamed = renamed(caller, job.id(), to);
        } catch (RuntimeException e) {
            registry.release(to);
            throw e;
        }
        follow(renamed);
        return renamed.job();
    }

    /** @param from its path until then */
    private record Renamed(ItemPath from, Job job) {}

    private Renamed renamed(Caller caller, long id, ItemPath to) {
        var from = new ItemPath[1];
        var job = registry.update(id, now -> {
            requireOpen(now);
            if (now.building() || guard.isStarting(id)) {
                throw Refusal.badInput("Unable to rename a job while it is building.");
            }
            from[0] = now.path();
            var changed = now.renamed(to);
            store.rename(changed, change(caller));
            registry.move(now, changed);
            return changed;
        });
        return new Renamed(from[0], job);
    }

    /** What refers to the job by name learns the new one; the rename stands whatever happens here. */
    private void follow(Renamed renamed) {
        try {
            guard.renamed(renamed.from(), renamed.job());
            for (var other : registry.all()) {
                if (!other.closing() && other.names(renamed.from())) {
                    edit(
                            Caller.SYSTEM,
                            other,
                            document -> format.withRenamedReference(
                                    document,
                                    other.path(),
                                    renamed.from(),
                                    renamed.job().path()),
                            false);
                }
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "not everything that refers to " + renamed.from() + " could be told that it is "
                            + renamed.job().path() + " now; check what triggers it",
                    e);
        }
    }

    /** Cancels what is queued, stops what runs, and removes the job with its builds. */
    public void delete(Caller caller, Job job) {
        authorization.require(caller, Permission.JOB_DELETE);
        var closed = registry.update(job.id(), now -> {
            requireOpen(now);
            return now.closing(true);
        });
        try {
            guard.clear(closed, caller);
        } catch (RuntimeException e) {
            registry.update(job.id(), now -> now.closing(false));
            throw e;
        }
        registry.update(job.id(), now -> {
            store.delete(now.id(), change(caller));
            return now;
        });
        registry.remove(closed);
        definitions.forget(closed.id());
        guard.deleted(closed);
    }

    private static void requireOpen(Job job) {
        if (job.closing()) {
            throw Refusal.conflict("The job “" + job.path() + "” is being deleted.");
        }
    }

    private ItemPath free(Caller caller, String name) {
        var path = ItemPath.of(ItemNames.checked(name));
        registry.find(path).ifPresent(_ -> {
            throw taken(caller, path.name());
        });
        return path;
    }

    /** Says nothing to a caller who may not know of the job. */
    private Refusal taken(Caller caller, String name) {
        return Refusal.badInput(
                authorization.allows(caller, Permission.JOB_DISCOVER)
                        ? "A job already exists with the name ‘" + name + "’"
                        : "");
    }

    private Job add(Caller caller, ItemPath path, byte[] document, JobDefinition definition, boolean heldOff) {
        if (!registry.reserve(path)) {
            throw taken(caller, path.name());
        }
        try {
            var job = store.create(
                    Job.created(path, definition, heldOff), document, definition.holdsSecrets(), change(caller));
            definitions.remember(job, definition);
            registry.put(job);
            return job;
        } catch (RuntimeException e) {
            registry.release(path);
            throw e;
        }
    }

    private Change change(Caller caller) {
        return new Change(clock.instant(), caller.name());
    }
}
