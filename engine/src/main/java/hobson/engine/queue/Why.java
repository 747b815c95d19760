package hobson.engine.queue;

import java.util.OptionalLong;

/** Why an item has not become a build yet. */
public sealed interface Why {
    /** Equal triggers may still be folded into it. */
    record QuietPeriod(long millisLeft) implements Why {}

    record FinishedWaiting() implements Why {}

    /** The job runs one build at a time. */
    record InProgress(int build, OptionalLong millisLeft) implements Why {}

    /** @param project full name of a job it waits for */
    record UpstreamBuilding(String project) implements Why {}

    record DownstreamBuilding(String project) implements Why {}

    /** Nothing starts any more. */
    record ShuttingDown() implements Why {}

    record NoIdleExecutor() implements Why {}

    /** The job belongs to the built-in node, which is busy. */
    record NoIdleExecutorOnBuiltIn() implements Why {}

    /** The built-in node would be idle, but does not have the label. */
    record LabelMissing(String label) implements Why {}

    /** The built-in node would be idle, but takes only jobs that ask for it. */
    record Reserved() implements Why {}
}
