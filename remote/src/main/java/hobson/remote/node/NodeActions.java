package hobson.remote.node;

import hobson.engine.Refusal;
import hobson.engine.item.PathSegments;
import hobson.engine.node.Computer;
import hobson.engine.node.Nodes;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;
import org.jspecify.annotations.Nullable;

/** The short actions of a node ({@code endpoints.md §8.2}). */
final class NodeActions {
    private final Nodes nodes;
    private final NodeTargets nodeTargets;
    private final Targets targets;

    NodeActions(Nodes nodes, NodeTargets nodeTargets, Targets targets) {
        this.nodes = nodes;
        this.nodeTargets = nodeTargets;
        this.targets = targets;
    }

    Response delete(Request request) {
        var computer = nodeTargets.of(request);
        if (computer.node().isBuiltIn()) {
            return Response.of(400);
        }
        nodes.delete(targets.caller(request), computer);
        return Response.redirect(request.link("computer/"));
    }

    Response toggleOffline(Request request) {
        nodes.toggleOffline(targets.caller(request), nodeTargets.shown(request), message(request));
        return here(request, "");
    }

    Response changeOfflineCause(Request request) {
        nodes.takeOut(targets.caller(request), nodeTargets.shown(request), message(request), false);
        return here(request, "");
    }

    Response disconnect(Request request) {
        nodes.disconnect(targets.caller(request), agent(request), message(request), false);
        return here(request, "");
    }

    Response launch(Request request) {
        nodes.launch(targets.caller(request), agent(request));
        return here(request, "log");
    }

    private Computer agent(Request request) {
        var computer = nodeTargets.shown(request);
        if (computer.node().isBuiltIn()) {
            throw Refusal.notFound("the built-in node is connected as long as the server runs");
        }
        return computer;
    }

    private static @Nullable String message(Request request) {
        return request.parameter("offlineMessage")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** The node by the name by which it was asked for. */
    private static Response here(Request request, String below) {
        var name = Match.of(request).capture("computer");
        return Response.redirect(request.link("computer/" + PathSegments.encode(name) + "/" + below));
    }
}
