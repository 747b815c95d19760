package hobson.remote.read;

import hobson.engine.queue.Why;
import java.util.OptionalLong;

/** Why a queue item waits, in the words that clients look for (queue-and-scheduling.md §5). */
final class WhyText {
    private static final String NEXT_EXECUTOR = "Waiting for next available executor";

    private WhyText() {}

    static String of(Why why) {
        return switch (why) {
            case Why.QuietPeriod(var left) -> "In the quiet period. Expires in " + TimeSpan.of(left);
            case Why.FinishedWaiting _ -> "Finished waiting";
            case Why.InProgress(var build, var left) ->
                "Build #" + build + " is already in progress (ETA: " + eta(left) + ")";
            case Why.UpstreamBuilding(var project) -> "Upstream project ‘" + project + "’ is already building";
            case Why.DownstreamBuilding(var project) -> "Downstream project ‘" + project + "’ is already building";
            case Why.ShuttingDown _ -> "Jenkins is about to shut down";
            case Why.NoIdleExecutor _ -> NEXT_EXECUTOR;
            case Why.NoIdleExecutorOnBuiltIn _ -> NEXT_EXECUTOR + " on ‘Built-In Node’";
            case Why.LabelMissing(var label) -> "‘Jenkins’ doesn’t have label ‘" + label + "’";
            case Why.Reserved _ -> "‘Jenkins’ is reserved for jobs with matching label expression";
        };
    }

    private static String eta(OptionalLong millisLeft) {
        return millisLeft.isPresent() ? TimeSpan.of(millisLeft.getAsLong()) : "N/A";
    }
}
