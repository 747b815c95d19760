package hobson.engine.build;

import hobson.engine.parameter.ParameterValue;
import java.util.List;
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
 * @param workspace absolute path, null before it has one
 * @param parameters null when the job had no parameters and none were given
 * @param interruptedBy users who stopped it (empty string: nobody was logged in)
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
        List<String> interruptedBy) {

    public Build {
        causes = List.copyOf(causes);
        parameters = parameters == null ? null : List.copyOf(parameters);
        interruptedBy = List.copyOf(interruptedBy);
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
        return new Build(
                jobId,
                number,
                queueId,
                timestamp,
                startTime,
                duration,
                phase,
                result,
                description,
                displayName,
                keep,
                builtOn,
                executor,
                workspace,
                causes,
                parameters,
                interruptedBy);
    }

    public Build withDisplayName(@Nullable String displayName) {
        return new Build(
                jobId,
                number,
                queueId,
                timestamp,
                startTime,
                duration,
                phase,
                result,
                description,
                displayName,
                keep,
                builtOn,
                executor,
                workspace,
                causes,
                parameters,
                interruptedBy);
    }

    public Build withKeep(boolean keep) {
        return new Build(
                jobId,
                number,
                queueId,
                timestamp,
                startTime,
                duration,
                phase,
                result,
                description,
                displayName,
                keep,
                builtOn,
                executor,
                workspace,
                causes,
                parameters,
                interruptedBy);
    }

    public Build withWorkspace(String workspace) {
        return new Build(
                jobId,
                number,
                queueId,
                timestamp,
                startTime,
                duration,
                phase,
                result,
                description,
                displayName,
                keep,
                builtOn,
                executor,
                workspace,
                causes,
                parameters,
                interruptedBy);
    }

    /** A result never improves. */
    public Build withResult(Result worse) {
        var combined = result == null ? worse : result.combine(worse);
        return new Build(
                jobId,
                number,
                queueId,
                timestamp,
                startTime,
                duration,
                phase,
                combined,
                description,
                displayName,
                keep,
                builtOn,
                executor,
                workspace,
                causes,
                parameters,
                interruptedBy);
    }

    public Build interrupted(String userId) {
        var users = new java.util.ArrayList<>(interruptedBy);
        users.add(userId);
        return new Build(
                jobId,
                number,
                queueId,
                timestamp,
                startTime,
                duration,
                phase,
                result,
                description,
                displayName,
                keep,
                builtOn,
                executor,
                workspace,
                causes,
                parameters,
                users);
    }

    public Build in(Phase phase, long duration) {
        return new Build(
                jobId,
                number,
                queueId,
                timestamp,
                startTime,
                duration,
                phase,
                result,
                description,
                displayName,
                keep,
                builtOn,
                executor,
                workspace,
                causes,
                parameters,
                interruptedBy);
    }
}
