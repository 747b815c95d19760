package hobson.engine.item;

import hobson.engine.build.BuildSummary;
import hobson.engine.user.OwnGrants;
import hobson.engine.user.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is now: what lists and queues need, without its definition. Immutable; the registry of items replaces it on every
 * change.
 *
 * @param heldOff copied and not yet saved: refuses builds until it is
 * @param closing being deleted: refuses builds and changes of its configuration
 * @param scope null when neither it nor the folders above it say anything of permissions
 * @param newest the newest build, running or not
 * @param completed the newest build that has ended; its result gives the job its colour
 */
public record Job(
        long id,
        ItemPath path,
        long version,
        JobTraits traits,
        boolean heldOff,
        boolean closing,
        @Nullable Scope scope,
        int nextBuildNumber,
        @Nullable BuildSummary newest,
        @Nullable BuildSummary completed)
        implements Item {

    /** As it is given to the store for the first time. */
    public static Job created(ItemPath path, JobTraits traits, boolean heldOff) {
        return new Job(0, path, 1, traits, heldOff, false, null, 1, null, null);
    }

    public Job withId(long id) {
        return new Job(id, path, version, traits, heldOff, closing, scope, nextBuildNumber, newest, completed);
    }

    /** At the beginning of its deletion, or when that did not come about. Nothing else sets or clears the mark. */
    @Override
    public Job closing(boolean closing) {
        return new Job(id, path, version, traits, heldOff, closing, scope, nextBuildNumber, newest, completed);
    }

    @Override
    public Job within(@Nullable Scope scope) {
        return new Job(id, path, version, traits, heldOff, closing, scope, nextBuildNumber, newest, completed);
    }

    @Override
    public Job renamed(ItemPath to) {
        return new Job(id, to, version + 1, traits, heldOff, closing, scope, nextBuildNumber, newest, completed);
    }

    /** With what a definition says; saving ends a hold-off only if {@code heldOff} says so. */
    public Job configured(JobTraits traits, boolean heldOff) {
        return new Job(id, path, version + 1, traits, heldOff, closing, scope, nextBuildNumber, newest, completed);
    }

    /** After a build was started, has ended, or was deleted. */
    public Job withBuilds(int nextBuildNumber, @Nullable BuildSummary newest, @Nullable BuildSummary completed) {
        return new Job(id, path, version, traits, heldOff, closing, scope, nextBuildNumber, newest, completed);
    }

    /** Whether its definition names that item or one in it: to trigger it, or to be triggered by it. */
    public boolean names(ItemPath other) {
        return Stream.concat(wiring().downstream().stream(), wiring().upstream().stream())
                .map(this::reference)
                .flatMap(Optional::stream)
                .anyMatch(named -> named.isWithin(other));
    }

    /** Keys of the items that these names in its definition mean. */
    List<String> keys(List<String> names) {
        return names.stream()
                .map(this::reference)
                .flatMap(Optional::stream)
                .map(ItemPath::key)
                .toList();
    }

    /** The item that a name in this job's definition means; empty when it cannot be one. */
    public Optional<ItemPath> reference(String text) {
        try {
            return Optional.of(path.resolve(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String kind() {
        return traits.kind();
    }

    @Override
    public @Nullable String displayName() {
        return traits.displayName();
    }

    @Override
    public boolean disabled() {
        return traits.disabled();
    }

    @Override
    public @Nullable OwnGrants grants() {
        return traits.grants();
    }

    public Wiring wiring() {
        return traits.wiring();
    }

    public boolean buildable() {
        return !disabled() && !heldOff && !closing && !traits.reported();
    }

    public boolean building() {
        return newest != null && newest.result() == null;
    }
}
