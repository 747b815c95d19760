package hobson.client;

import java.util.List;

/**
 * What a label stands for (objects.md §11).
 *
 * @param nodes that have it; the built-in one's name is empty
 * @param isOffline whether none of them can build now
 * @param tiedJobs jobs that ask for it
 */
public record LabelInfo(
        String name,
        List<String> nodes,
        boolean isOffline,
        int busyExecutors,
        int idleExecutors,
        int totalExecutors,
        List<String> tiedJobs) {

    static final String TREE =
            "name,nodes[nodeName],offline,busyExecutors,idleExecutors,totalExecutors,tiedJobs[fullName,name]";

    static LabelInfo of(Json label) {
        return new LabelInfo(
                label.text("name"),
                label.each("nodes").map(node -> node.text("nodeName")).toList(),
                label.is("offline"),
                (int) label.number("busyExecutors", 0),
                (int) label.number("idleExecutors", 0),
                (int) label.number("totalExecutors", 0),
                label.each("tiedJobs").map(LabelInfo::jobName).toList());
    }

    private static String jobName(Json job) {
        return job.get("fullName").asText().orElseGet(() -> job.text("name"));
    }
}
