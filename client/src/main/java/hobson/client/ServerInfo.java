package hobson.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The top of a server (objects.md §2).
 *
 * @param description the message of its first page
 * @param url the root URL that is configured
 * @param mode {@code NORMAL} or {@code EXCLUSIVE}: whether the built-in node builds what asks for no label
 * @param executors of the built-in node
 * @param labels of the built-in node
 * @param isQuietingDown whether it starts no builds, since it is about to stop
 * @param quietDownReason only newer servers have one
 * @param agentPort for inbound agents over TCP: -1 for none, 0 for any that is free
 * @param wantsCrumbs whether changes by password want a crumb
 * @param isSecured whether there are users and permissions at all
 * @param views names of the views that the caller sees
 */
public record ServerInfo(
        Optional<String> description,
        Optional<URI> url,
        String mode,
        int executors,
        List<String> labels,
        boolean isQuietingDown,
        Optional<String> quietDownReason,
        int agentPort,
        boolean wantsCrumbs,
        boolean isSecured,
        Optional<String> primaryView,
        List<String> views) {

    static final String TREE = "description,url,mode,numExecutors,assignedLabels[name],quietingDown,quietDownReason,"
            + "slaveAgentPort,useCrumbs,useSecurity,primaryView[name],views[name]";

    static ServerInfo of(Json server) {
        return new ServerInfo(
                server.get("description").asText(),
                server.get("url").asText().map(URI::create),
                server.text("mode"),
                (int) server.number("numExecutors", 0),
                server.each("assignedLabels").map(label -> label.text("name")).toList(),
                server.is("quietingDown"),
                server.get("quietDownReason").asText(),
                (int) server.number("slaveAgentPort", -1),
                server.is("useCrumbs"),
                server.is("useSecurity"),
                server.get("primaryView").get("name").asText(),
                server.each("views").map(view -> view.text("name")).toList());
    }
}
