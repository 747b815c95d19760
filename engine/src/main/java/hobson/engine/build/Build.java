package hobson.engine.build;

import hobson.engine.parameter.ParameterValue;
import hobson.engine.test.TestTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One build, whole. Immutable; the registry of builds replaces it on every change.
 *
 * @param queueId the queue item it came from
 * @param timestamp when it was created, milliseconds since 1970
 * @param startTime when an executor began with it
 * @param duration milliseconds, 0 while running
 * @param result so far; final when {@code phase} is not {@link Phase#RUNNING}
 * @param keep never deleted by a discarder
 * @param builtOn name of the node, empty for the built-in one
 * @param executor of that node; -1 for a build that was run elsewhere
 * @param workspace absolute path, null before it has one
 * @param parameters null when the job had no parameters and none were given
 * @param interruptedBy users who stopped it (empty string: nobody was logged in)
 * @param tests how its tests went; null when none were recorded
 */
public record Build(
        long jobId,
        int number,
        long queueId,
        long timestamp,
        long startTime,
        long duration,
        Phase phase,
        @Nullable Result result,
        @Nullable String description,
        @Nullable String displayName,
        boolean keep,
        String builtOn,
        int executor,
        @Nullable String workspace,
        List<Cause> causes,
        @Nullable List<ParameterValue> parameters,
        List<String> interruptedBy,
        @Nullable TestTotals tests) {

    public Build {
        causes = List.copyOf(causes);
        parameters = parameters == null ? null : List.copyOf(parameters);
        interruptedBy = List.copyOf(interruptedBy);
    }

    /** A build that begins now, on no executor yet. */
    public static Build begun(
            long jobId,
            int number,
            long queueId,
            long now,
            List<Cause> causes,
            @Nullable List<ParameterValue> parameters) {
        return new Build(
                jobId,
                number,
                queueId,
                now,
                now,
                0,
                Phase.RUNNING,
                null,
                null,
                null,
                false,
                "",
                -1,
                null,
                causes,
                parameters,
                List.of(),
                null);
    }

    /** The life of a build. */
    public enum Phase {
        /** Its steps and publishers run. */
        RUNNING,
        /** Its result is fixed; downstream triggers and the last lines of the log follow. */
        FINISHING,
        /** Nothing of it changes by itself any more. */
        COMPLETED
    }

    public boolean building() {
        return phase == Phase.RUNNING;
    }

    public boolean inProgress() {
        return phase != Phase.COMPLETED;
    }

    /** The configured display name, else {@code #7}. */
    public String label() {
        return displayName == null ? "#" + number : displayName;
    }

    public BuildSummary summary() {
        return new BuildSummary(number, building() ? null : result, timestamp, duration);
    }

    public Build withDescription(@Nullable String description) {
        return but(draft -> draft.description = description);
    }

    public Build withDisplayName(@Nullable String displayName) {
        return but(draft -> draft.displayName = displayName);
    }

    public Build withKeep(boolean keep) {
        return but(draft -> draft.keep = keep);
    }

    /** On that executor of that node. */
    public Build on(String node, int executor) {
        return but(draft -> {
            draft.builtOn = node;
            draft.executor = executor;
        });
    }

    public Build withWorkspace(String workspace) {
        return but(draft -> draft.workspace = workspace);
    }

    /** A result never improves. */
    public Build withResult(Result worse) {
        return but(draft -> draft.result = result == null ? worse : result.combine(worse));
    }

    public Build withTests(TestTotals tests) {
        return but(draft -> draft.tests = tests);
    }

    public Build interrupted(String userId) {
        var users = new ArrayList<>(interruptedBy);
        users.add(userId);
        return but(draft -> draft.interruptedBy = users);
    }

    public Build in(Phase phase, long duration) {
        return but(draft -> {
            draft.phase = phase;
            draft.duration = duration;
        });
    }

    private Build but(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new Build(
                jobId,
                number,
                queueId,
                timestamp,
                startTime,
                draft.duration,
                draft.phase,
                draft.result,
                draft.description,
                draft.displayName,
                draft.keep,
                draft.builtOn,
                draft.executor,
                draft.workspace,
                causes,
                parameters,
                draft.interruptedBy,
                draft.tests);
    }

    /** What of a build changes. */
    private static final class Draft {
        long duration;
        Phase phase;

        @Nullable
        Result result;

        @Nullable
        String description;

        @Nullable
        String displayName;

        boolean keep;
        String builtOn;
        int executor;

        @Nullable
        String workspace;

        List<String> interruptedBy;

        @Nullable
        TestTotals tests;

        Draft(Build build) {
            duration = build.duration;
            phase = build.phase;
            result = build.result;
            description = build.description;
            displayName = build.displayName;
            keep = build.keep;
            builtOn = build.builtOn;
            executor = build.executor;
            workspace = build.workspace;
            interruptedBy = build.interruptedBy;
            tests = build.tests;
        }
    }
}
