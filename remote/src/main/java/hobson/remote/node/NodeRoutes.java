package hobson.remote.node;

import hobson.engine.node.Nodes;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.Readers;
import hobson.remote.page.Pages;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/** The routes of this package ({@code endpoints.md §8}). */
public final class NodeRoutes implements RouteGroup {
    private final CreateNode create;
    private final NodeConfiguration configuration;
    private final NodeActions actions;
    private final AgentPages agentPages;
    private final AgentFile agentFile;
    private final Authorization authorization;
    private final Targets targets;

    public NodeRoutes(
            Nodes nodes,
            NodeTargets nodeTargets,
            Targets targets,
            Readers readers,
            AgentSecrets secrets,
            Authorization authorization,
            Pages pages) {
        this.create = new CreateNode(nodes, targets);
        this.configuration = new NodeConfiguration(nodes, nodeTargets, targets);
        this.actions = new NodeActions(nodes, nodeTargets, targets);
        this.agentPages = new AgentPages(nodeTargets, targets, authorization, pages);
        this.agentFile = new AgentFile(nodeTargets, targets, readers, secrets, authorization);
        this.authorization = authorization;
        this.targets = targets;
    }

    @Override
    public void addTo(Places places) {
        places.computers.only("POST", "doCreateItem", create::byForm).post("createItem", create::copyOrDocument);
        var node = places.computer;
        node.get("config.xml", configuration::document)
                .post("config.xml", configuration::configure)
                .otherwise("config.xml", _ -> Response.of(400))
                .only("POST", "configSubmit", configuration::submit)
                .post("submitDescription", configuration::describe)
                .post("doDelete", actions::delete)
                .post("toggleOffline", actions::toggleOffline)
                .post("changeOfflineCause", actions::changeOfflineCause)
                .post("doDisconnect", actions::disconnect)
                .post("launchSlaveAgent", actions::launch);
        node.any("configure", agentPages::configure)
                .any("log", agentPages::log)
                .any("dumpExportTable", agentPages::exportTable)
                .any("script", this::refuseScript)
                .any("scriptText", this::refuseScript)
                .any("jenkins-agent.jnlp", agentFile)
                .any("slave-agent.jnlp", agentFile);
        var log = new Place("log of a node");
        log.any("progressiveText", agentPages::logText).any("progressiveHtml", agentPages::logHtml);
        node.child("logText", log);
    }

    private Response refuseScript(Request request) {
        authorization.require(targets.caller(request), Permission.ADMINISTER);
        throw new Problem(501, "This server does not run scripts on its nodes");
    }
}
