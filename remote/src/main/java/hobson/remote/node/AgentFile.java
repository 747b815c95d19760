package hobson.remote.node;

import hobson.engine.Refusal;
import hobson.engine.node.AgentLauncher.Inbound;
import hobson.engine.node.Computer;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Handler;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Readers;
import hobson.remote.page.Html;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;

/** With what an inbound agent is to be started ({@code agents.md §1}); encrypted, it is for everybody. */
final class AgentFile implements Handler {
    private static final Header TYPE = ContentType.of("application/x-java-jnlp-file");

    private final NodeTargets nodeTargets;
    private final Targets targets;
    private final Readers readers;
    private final AgentSecrets secrets;
    private final Authorization authorization;

    AgentFile(
            NodeTargets nodeTargets,
            Targets targets,
            Readers readers,
            AgentSecrets secrets,
            Authorization authorization) {
        this.nodeTargets = nodeTargets;
        this.targets = targets;
        this.readers = readers;
        this.secrets = secrets;
        this.authorization = authorization;
    }

    @Override
    public Response handle(Request request) {
        boolean encrypted = request.query().first("encrypt", "").equals("true");
        var computer = nodeTargets.shown(request);
        if (!encrypted) {
            authorization.require(targets.caller(request), Permission.NODE_CONNECT, computer.node());
        }
        var node = computer.node();
        if (node.isBuiltIn() || !(node.effectiveLauncher() instanceof Inbound launcher)) {
            throw Refusal.notFound("the node " + computer.name() + " is not started from its own machine");
        }
        var text = text(computer, launcher, readers.rootUrl(request));
        return encrypted
                ? Response.ok(ContentType.BYTES, Body.bytes(secrets.encrypted(computer.name(), text)))
                : Response.ok(TYPE, Body.text(text));
    }

    private String text(Computer computer, Inbound launcher, String rootUrl) {
        var html = new Html().open("jnlp").open("application-desc");
        argument(html, secrets.of(computer.name()));
        argument(html, computer.name());
        if (launcher.webSocket()) {
            argument(html, "-webSocket");
        }
        var tunnel = launcher.tunnel();
        if (tunnel != null) {
            argument(html, "-tunnel");
            argument(html, tunnel);
        }
        workFolder(html, computer, launcher);
        argument(html, "-url");
        argument(html, rootUrl);
        return html.close().close().toString();
    }

    private static void workFolder(Html html, Computer computer, Inbound launcher) {
        var folder = launcher.workFolder();
        if (folder.disabled()) {
            return;
        }
        var root = computer.node().remoteRoot();
        argument(html, "-workDir");
        argument(html, folder.path() == null ? root == null ? "" : root : folder.path());
        argument(html, "-internalDir");
        argument(html, folder.internal());
        if (folder.mustExist()) {
            argument(html, "-failIfWorkDirIsMissing");
        }
    }

    private static void argument(Html html, String argument) {
        html.element("argument", argument);
    }
}
