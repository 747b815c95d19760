package hobson.remote.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.Refusal;
import hobson.engine.node.Computer;
import hobson.engine.user.Authorization;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;

/** Where the actions of a node lead a browser: its configuration and its log. */
final class AgentPages {
    private final NodeTargets nodeTargets;
    private final Targets targets;
    private final Authorization authorization;
    private final Pages pages;

    AgentPages(NodeTargets nodeTargets, Targets targets, Authorization authorization, Pages pages) {
        this.nodeTargets = nodeTargets;
        this.targets = targets;
        this.authorization = authorization;
        this.pages = pages;
    }

    /** Clients that follow want a 200 here, also to a POST (clients.md, rule 3). */
    Response configure(Request request) {
        var computer = nodeTargets.shown(request);
        authorization.require(targets.caller(request), Permission.NODE_EXTENDED_READ, computer.node());
        return pages.page(200, "Configuration of " + title(computer), html -> {
            if (computer.node().isBuiltIn()) {
                html.element("p", "Executors, labels and mode are set by the configuration file, or by configSubmit.");
            } else {
                html.open("p")
                        .text("An agent is configured by its document: read it at ")
                        .element("a", "config.xml", "href", "config.xml")
                        .text(", and send it back to the same address.")
                        .close();
            }
        });
    }

    private static String title(Computer computer) {
        return computer.node().isBuiltIn() ? "the built-in node" : computer.name();
    }

    Response log(Request request) {
        var computer = readable(request);
        return pages.page(
                200,
                "Log of " + title(computer),
                html -> html.element("pre", computer.log().text()));
    }

    /** What the two ends of a connection share of each other's objects; nothing, as long as no agent is connected. */
    Response exportTable(Request request) {
        var _ = nodeTargets.shown(request);
        authorization.require(targets.caller(request), Permission.ADMINISTER);
        return Response.ok(
                ContentType.TEXT, Body.text("Agent node offline or not a remote channel (such as built-in node).\n"));
    }

    Response logText(Request request) {
        return text(request, false);
    }

    Response logHtml(Request request) {
        return text(request, true);
    }

    /** What was said from that byte on; all of it from a byte that there is not. */
    private Response text(Request request, boolean html) {
        var log = readable(request).log().text().getBytes(UTF_8);
        int start = start(request);
        int from = start > log.length ? 0 : start;
        var shown = new String(log, from, log.length - from, UTF_8);
        var body = html ? Html.escape(shown) : shown.replace("\n", "\r\n");
        return Response.ok(html ? ContentType.HTML : ContentType.TEXT, Body.text(body))
                .with("X-Text-Size", Integer.toString(log.length));
    }

    private static int start(Request request) {
        var text = request.parameter("start").orElse("0");
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw Refusal.badInput("start is the number of bytes to skip, not ‘" + text + "’");
    }

    private Computer readable(Request request) {
        var computer = nodeTargets.shown(request);
        var caller = targets.caller(request);
        if (!authorization.allows(caller, Permission.NODE_CONNECT, computer.node())
                && !authorization.allows(caller, Permission.NODE_EXTENDED_READ, computer.node())) {
            throw new Denied(caller, Permission.NODE_CONNECT);
        }
        return computer;
    }
}
