package hobson.engine.queue;

import java.util.List;
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

    /**
     * The one node that has the label is busy.
     *
     * @param node its name, empty for the built-in one
     */
    record NodeBusy(String node) implements Why {}

    /** The nodes that have the label are busy. */
    record LabelBusy(String label) implements Why {}

    /** The one node that has the label is offline. */
    record NodeOffline(String node) implements Why {}

    record LabelOffline(String label) implements Why {}

    /** No node has the label. */
    record LabelUnknown(String label) implements Why {}

    /** Somebody would be idle, but nobody may take it. */
    record Refused(List<NodeRefusal> refusals) implements Why {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** Why one node does not take an item. */
    sealed interface NodeRefusal {
        /** Its name, empty for the built-in one. */
        String node();

        record LabelMissing(String node, String label) implements NodeRefusal {}

        /** It takes only jobs that ask for it. */
        record Reserved(String node) implements NodeRefusal {}

        record Offline(String node) implements NodeRefusal {}
    }
}
