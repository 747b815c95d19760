package hobson.client;

import java.util.List;
import java.util.Optional;

/**
 * A node as it is now (objects.md §10.2).
 *
 * @param name as it is shown: {@code Built-In Node} for the server itself, {@code master} on servers before 2.307
 * @param isBuiltIn whether it is the server itself
 * @param labels those that are configured, and the node's own name
 * @param isOffline whether it is not connected, or was taken offline
 * @param isTemporarilyOffline whether somebody has taken it offline
 * @param offlineReason empty when it is online or nobody said
 * @param isInbound whether it is the agent that opens the connection
 * @param launchSupported whether the server can start it
 * @param folder in which it works; empty unless it is online and the caller may connect nodes
 * @param busy its executors that build something
 * @param monitors what is measured on it, by the names of the server's monitors; empty without permission to connect nodes
 */
public record NodeInfo(
        String name,
        boolean isBuiltIn,
        Optional<String> description,
        List<String> labels,
        int executors,
        boolean isIdle,
        boolean isOffline,
        boolean isTemporarilyOffline,
        Optional<String> offlineReason,
        boolean isInbound,
        boolean launchSupported,
        Optional<String> folder,
        List<ExecutorInfo> busy,
        Json monitors) {

    static final String TREE =
            "displayName,description,assignedLabels[name],numExecutors,idle,offline,temporarilyOffline,"
                    + "offlineCauseReason,jnlpAgent,launchSupported,absoluteRemotePath,monitorData[*],executors["
                    + ExecutorInfo.TREE + "],oneOffExecutors[" + ExecutorInfo.TREE + "]";

    static NodeInfo of(Json node) {
        return new NodeInfo(
                node.text("displayName"),
                node.className().endsWith("MasterComputer"),
                node.get("description").asText().filter(text -> !text.isEmpty()),
                node.each("assignedLabels").map(label -> label.text("name")).toList(),
                (int) node.number("numExecutors", 0),
                node.is("idle"),
                node.is("offline"),
                node.is("temporarilyOffline"),
                node.get("offlineCauseReason").asText().filter(text -> !text.isEmpty()),
                node.is("jnlpAgent"),
                node.is("launchSupported"),
                node.get("absoluteRemotePath").asText(),
                ExecutorInfo.busy(node),
                node.get("monitorData"));
    }
}
