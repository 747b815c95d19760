package hobson.remote.read;

import hobson.engine.queue.Why;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Why a queue item waits, in the words that clients look for (queue-and-scheduling.md §5). */
final class WhyText {
    private static final String NEXT_EXECUTOR = "Waiting for next available executor";

    private WhyText() {}

    /** @param visible says of a job's full name whether it may be told */
    static String of(Why why, Predicate<String> visible) {
        return switch (why) {
            case Why.QuietPeriod(var left) -> "In the quiet period. Expires in " + TimeSpan.of(left);
            case Why.FinishedWaiting _ -> "Finished waiting";
            case Why.InProgress(var build, var left) ->
                "Build #" + build + " is already in progress (ETA: " + eta(left) + ")";
            case Why.UpstreamBuilding(var project) ->
                "Upstream project" + named(project, visible) + " is already building";
            case Why.DownstreamBuilding(var project) ->
                "Downstream project" + named(project, visible) + " is already building";
            case Why.ShuttingDown _ -> "Jenkins is about to shut down";
            case Why.NoIdleExecutor _ -> NEXT_EXECUTOR;
            case Why.NodeBusy(var node) ->
                NEXT_EXECUTOR + " on ‘" + (node.isEmpty() ? ComputerSchemas.BUILT_IN : node) + "’";
            case Why.LabelBusy(var label) -> NEXT_EXECUTOR + " on ‘" + label + "’";
            case Why.NodeOffline(var node) -> "‘" + (node.isEmpty() ? ComputerSchemas.BUILT_IN : node) + "’ is offline";
            case Why.LabelOffline(var label) -> "All nodes of label ‘" + label + "’ are offline";
            case Why.LabelUnknown(var label) -> "There are no nodes with the label ‘" + label + "’";
            case Why.Refused(var refusals) ->
                refusals.stream().map(WhyText::of).sorted().collect(Collectors.joining("; "));
        };
    }

    /** Here the built-in node goes by the name of the server. */
    private static String of(Why.NodeRefusal refusal) {
        var node = "‘" + (refusal.node().isEmpty() ? "Jenkins" : refusal.node()) + "’";
        return switch (refusal) {
            case Why.NodeRefusal.LabelMissing(var _, var label) -> node + " doesn’t have label ‘" + label + "’";
            case Why.NodeRefusal.Reserved _ -> node + " is reserved for jobs with matching label expression";
            case Why.NodeRefusal.Offline _ -> node + " is offline";
        };
    }

    private static String named(String project, Predicate<String> visible) {
        return visible.test(project) ? " ‘" + project + "’" : "";
    }

    private static String eta(OptionalLong millisLeft) {
        return millisLeft.isPresent() ? TimeSpan.of(millisLeft.getAsLong()) : "N/A";
    }
}
