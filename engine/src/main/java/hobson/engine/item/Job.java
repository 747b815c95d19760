package hobson.engine.item;

import hobson.engine.build.BuildSummary;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is now: what lists and queues need, without its definition. Immutable; the registry of jobs replaces it on every
 * change.
 *
 * @param id never reused and never changed by a rename
 * @param version grows with every change of the job's configuration, name or state; not with builds
 * @param kind what the job's definition is, in the words of the format that reads it
 * @param heldOff copied and not yet saved: refuses builds until it is
 * @param closing being deleted: refuses builds and changes of its configuration
 * @param newest the newest build, running or not
 * @param wiring what its definition says of what starts it and what it starts
 * @param completed the newest build that has ended; its result gives the job its colour
 */
public record Job(
        long id,
        ItemPath path,
        long version,
        String kind,
        @Nullable String displayName,
        boolean disabled,
        boolean heldOff,
        boolean closing,
        Wiring wiring,
        int nextBuildNumber,
        @Nullable BuildSummary newest,
        @Nullable BuildSummary completed) {
    /** As it is given to the store for the first time. */
    static Job created(ItemPath path, JobDefinition definition, boolean heldOff) {
        return new Job(
                0,
                path,
                1,
                definition.kind(),
                definition.displayName(),
                definition.disabled(),
                heldOff,
                false,
                definition.wiring(),
                1,
                null,
                null);
    }

    /** At the beginning of its deletion, or when that did not come about. Nothing else sets or clears the mark. */
    Job closing(boolean closing) {
        return new Job(
                id,
                path,
                version,
                kind,
                displayName,
                disabled,
                heldOff,
                closing,
                wiring,
                nextBuildNumber,
                newest,
                completed);
    }

    /** Whether its definition names the job of that path: to trigger it, or to be triggered by it. */
    public boolean names(ItemPath other) {
        return Stream.concat(wiring.downstream().stream(), wiring.upstream().stream())
                .map(this::reference)
                .flatMap(Optional::stream)
                .anyMatch(p -> p.key().equals(other.key()));
    }

    /** The item that a name in this job's definition means; empty when it cannot be one. */
    public Optional<ItemPath> reference(String text) {
        try {
            return Optional.of(path.resolve(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String name() {
        return path.name();
    }

    /** The configured display name, else the name. */
    public String label() {
        return displayName == null ? path.name() : displayName;
    }

    public boolean buildable() {
        return !disabled && !heldOff && !closing;
    }

    public boolean building() {
        return newest != null && newest.result() == null;
    }

    public Job renamed(ItemPath to) {
        return new Job(
                id,
                to,
                version + 1,
                kind,
                displayName,
                disabled,
                heldOff,
                closing,
                wiring,
                nextBuildNumber,
                newest,
                completed);
    }

    /** With the state that a definition carries; saving ends a hold-off only if {@code heldOff} says so. */
    public Job configured(JobDefinition definition, boolean heldOff) {
        return new Job(
                id,
                path,
                version + 1,
                definition.kind(),
                definition.displayName(),
                definition.disabled(),
                heldOff,
                closing,
                definition.wiring(),
                nextBuildNumber,
                newest,
                completed);
    }

    /** With what was not known of its definition when it was stored. */
    Job wired(Wiring wiring) {
        return new Job(
                id,
                path,
                version,
                kind,
                displayName,
                disabled,
                heldOff,
                closing,
                wiring,
                nextBuildNumber,
                newest,
                completed);
    }

    /** After a build was started, has ended, or was deleted. */
    public Job withBuilds(int nextBuildNumber, @Nullable BuildSummary newest, @Nullable BuildSummary completed) {
        return new Job(
                id,
                path,
                version,
                kind,
                displayName,
                disabled,
                heldOff,
                closing,
                wiring,
                nextBuildNumber,
                newest,
                completed);
    }
}
