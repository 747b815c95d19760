package hobson.remote.node;

import hobson.engine.Refusal;
import hobson.engine.item.PathSegments;
import hobson.engine.node.Nodes;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.form.SubmittedForm;
import hobson.remote.route.Targets;
import java.util.Set;

/** An agent from a form, from another agent, or from a document ({@code endpoints.md §8.1}). */
final class CreateNode {
    static final int LARGEST_DOCUMENT = 1024 * 1024;

    private static final Set<String> AGENT =
            Set.of("hudson.slaves.DumbSlave", "hudson.slaves.DumbSlave$DescriptorImpl");

    private final Nodes nodes;
    private final Targets targets;

    CreateNode(Nodes nodes, Targets targets) {
        this.nodes = nodes;
        this.targets = targets;
    }

    Response byForm(Request request) {
        var caller = targets.caller(request);
        var name = nodes.requireCreate(caller, request.parameter("name").orElse(null));
        var form = SubmittedForm.of(request).object();
        requireAgent(request.parameter("type").orElse(""));
        nodes.create(caller, NodeForm.read(name, form));
        return Response.redirect(request.link("computer/"));
    }

    Response copyOrDocument(Request request) {
        var caller = targets.caller(request);
        var type = request.mediaType();
        boolean document = type.equals("application/xml") || type.equals("text/xml");
        var parameters = document ? request.query() : request.parameters();
        var mode = parameters.first("mode", "");
        var name = nodes.requireCreate(caller, parameters.first("name").orElse(null));
        if (mode.equals("copy")) {
            nodes.copy(caller, name, parameters.first("from", ""));
            return Response.redirect(request.link("computer/" + PathSegments.encode(name) + "/configure"));
        }
        if (mode.isEmpty() && document) {
            nodes.create(caller, name, request.bytes(LARGEST_DOCUMENT));
            return Response.of(200);
        }
        if (mode.isEmpty()) {
            throw Refusal.badInput("No mode given");
        }
        requireAgent(mode);
        throw new Refusal(
                Refusal.Kind.UNSUPPORTED,
                "this server has no form for agents; post a document to createItem, or the field 'json' to doCreateItem");
    }

    private static void requireAgent(String type) {
        if (!AGENT.contains(type)) {
            throw Refusal.badInput("No node type ‘" + type + "’ is known");
        }
    }
}
