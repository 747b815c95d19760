package hobson.remote.node;

import hobson.engine.Refusal;
import hobson.engine.node.Computer;
import hobson.engine.node.Node;
import hobson.engine.node.Nodes;
import hobson.http.Body;
import hobson.http.Conditional;
import hobson.http.ContentType;
import hobson.http.EntityTag;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.form.SubmittedForm;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;
import tools.jackson.databind.JsonNode;

/** How a node is configured, by document and by form ({@code endpoints.md §8.2}). */
final class NodeConfiguration {
    private final Nodes nodes;
    private final NodeTargets nodeTargets;
    private final Targets targets;

    NodeConfiguration(Nodes nodes, NodeTargets nodeTargets, Targets targets) {
        this.nodes = nodes;
        this.nodeTargets = nodeTargets;
        this.targets = targets;
    }

    /** The built-in node has no document. */
    Response document(Request request) {
        var computer = nodeTargets.of(request);
        if (computer.node().isBuiltIn()) {
            return Response.of(400);
        }
        var document = nodes.document(targets.caller(request), computer);
        var answer = Response.ok(ContentType.XML_BARE, Body.bytes(document).compressible());
        return Conditional.answer(request, answer, EntityTag.strong(document));
    }

    Response configure(Request request) {
        var computer = nodeTargets.of(request);
        if (computer.node().isBuiltIn()) {
            return Response.of(400);
        }
        nodes.requireConfigure(targets.caller(request), computer);
        var document = nodes.configure(
                targets.caller(request),
                computer,
                request.bytes(CreateNode.LARGEST_DOCUMENT),
                before -> Conditional.require(request, EntityTag.strong(before)));
        return Response.of(200).with(EntityTag.strong(document).header());
    }

    Response submit(Request request) {
        var computer = nodeTargets.of(request);
        var caller = targets.caller(request);
        nodes.requireConfigure(caller, computer);
        var form = SubmittedForm.of(request).object();
        nodes.configure(
                caller,
                computer,
                computer.node().isBuiltIn() ? builtIn(request, computer, form) : agent(computer, form));
        return Response.redirect(request.link(NodeTargets.address(computer)));
    }

    /** Labels and mode that the form does not have are reset, as by the form of the web interface. */
    private static Node builtIn(Request request, Computer computer, JsonNode form) {
        int executors = NodeForm.number(form, "numExecutors", -1);
        if (executors < 0) {
            throw Refusal.badInput("Number of executors must be a positive number");
        }
        var mode = request.parameter("builtin.mode")
                .or(() -> request.parameter("master.mode"))
                .orElse(NodeForm.text(form, "mode"));
        var before = computer.node();
        return new Node(
                "",
                before.description(),
                before.remoteRoot(),
                executors,
                NodeForm.isExclusive(mode),
                NodeForm.labels(form),
                null,
                null,
                NodeForm.properties(form.path("nodeProperties")),
                before.mark());
    }

    private static Node agent(Computer computer, JsonNode form) {
        var name = NodeForm.text(form, "name");
        if (name == null || name.isBlank()) {
            throw Refusal.badInput("No name is specified");
        }
        if (NodeForm.number(form, "numExecutors", 0) <= 0) {
            throw Refusal.badInput(
                    "Invalid agent configuration for ‘" + computer.name() + "’. Invalid # of executors.");
        }
        return NodeForm.read(name.strip(), form);
    }

    Response describe(Request request) {
        var computer = nodeTargets.of(request);
        if (computer.node().isBuiltIn()) {
            nodes.requireConfigure(targets.caller(request), computer);
            throw Refusal.badInput("The description of the built-in node cannot be changed");
        }
        nodes.describe(
                targets.caller(request),
                computer,
                request.parameter("description").orElse(""));
        return Response.redirect(request.link(NodeTargets.address(computer)));
    }
}
