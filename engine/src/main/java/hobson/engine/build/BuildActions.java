package hobson.engine.build;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.Item;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What callers can do to builds that exist. Asks for the permission first; written when a method returns. */
public final class BuildActions {
    private static final String BETWEEN = " » ";

    private final Builds builds;
    private final ItemRegistry jobs;
    private final Authorization authorization;
    private final InstantSource clock;

    public BuildActions(Builds builds, ItemRegistry jobs, Authorization authorization, InstantSource clock) {
        this.builds = builds;
        this.jobs = jobs;
        this.authorization = authorization;
        this.clock = clock;
    }

    /** For callers that must say no before they read what was sent. */
    public void requireUpdate(Caller caller, BuildId build) {
        authorization.require(caller, Permission.BUILD_UPDATE, builds.job(build));
    }

    public void describe(Caller caller, BuildId build, @Nullable String description) {
        requireUpdate(caller, build);
        builds.update(build, b -> b.withDescription(description), change(caller));
    }

    /** @param displayName empty to go back to the number */
    public void rename(Caller caller, BuildId build, String displayName) {
        requireUpdate(caller, build);
        builds.update(
                build, b -> b.withDisplayName(displayName.isBlank() ? null : displayName.strip()), change(caller));
    }

    /** Keeps the build for ever, or no longer. */
    public void toggleKeep(Caller caller, BuildId build) {
        var keep = new AtomicReference<@Nullable Boolean>();
        builds.update(
                build,
                b -> {
                    if (keep.get() == null) { // asked and decided once, though this is called again
                        var needed = b.keep() ? Permission.BUILD_DELETE : Permission.BUILD_UPDATE;
                        authorization.require(caller, needed, builds.job(build));
                        keep.set(!b.keep());
                    }
                    return b.withKeep(Boolean.TRUE.equals(keep.get()));
                },
                change(caller));
    }

    /** Keeps the build for ever. */
    public void keep(Caller caller, BuildId build) {
        requireUpdate(caller, build);
        builds.update(build, b -> b.withKeep(true), change(caller));
    }

    /** For callers that must say no before they look for builds. */
    public void requireDelete(Caller caller, Job job) {
        authorization.require(caller, Permission.BUILD_DELETE, job);
    }

    public void delete(Caller caller, BuildId build) {
        var job = builds.job(build);
        requireDelete(caller, job);
        var label = builds.find(build.jobId(), build.number()).map(Build::label).orElse("");
        if (!builds.delete(build, change(caller))) {
            throw Refusal.badInput(
                    "Unable to delete " + name(job) + " " + label + ": This record is explicitly marked to be kept.");
        }
    }

    /** As people read it, with the folders around it. */
    private String name(Item item) {
        return jobs.folderOf(item)
                .map(folder -> name(folder) + BETWEEN + item.label())
                .orElseGet(item::label);
    }

    private Change change(Caller caller) {
        return new Change(clock.instant(), caller.name());
    }
}
