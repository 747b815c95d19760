package hobson.remote.administration;

import hobson.engine.queue.Queue;
import hobson.engine.user.Authorization;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.util.stream.Stream;

/** {@code /manage/}: the way to what managers and administrators can do; all of it is also found without that word. */
public final class ManageRoutes implements RouteGroup {
    private static final String SETTINGS =
            "The settings of this server are in the file that --config names: change them there, then POST to reload";

    private final Queue queue;
    private final Authorization authorization;
    private final Targets targets;
    private final Pages pages;

    public ManageRoutes(Queue queue, Authorization authorization, Targets targets, Pages pages) {
        this.queue = queue;
        this.authorization = authorization;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.root.child("manage", new Place("management").index(this::page).fallback(places.root));
        places.root
                .any("configure", this::refuseSettings)
                .any("configureSecurity", this::refuseSettings)
                .only("POST", "configSubmit", this::refuseSettings);
        places.root.child("administrativeMonitor/{monitor}", new Place("warning").post("disable", this::noMonitor));
    }

    private Response page(Request request) {
        var caller = targets.caller(request);
        var anyOf = Stream.of(Permission.MANAGE, Permission.SYSTEM_READ);
        if (anyOf.noneMatch(permission -> authorization.allows(caller, permission))) {
            throw new Denied(caller, null);
        }
        return pages.page(200, "Manage this server", html -> write(html, request));
    }

    private void write(Html html, Request request) {
        html.open("ul");
        item(html, request, "computer/", "Nodes");
        item(html, request, "pluginManager/", "Plugins");
        item(html, request, "log/", "System log");
        item(html, request, "systemInfo", "System information");
        item(html, request, "threadDump", "Threads");
        item(html, request, "metrics", "Metrics");
        html.close().element("p", SETTINGS + ".");
        var quiet = queue.quietingDown().isPresent();
        button(
                html,
                request,
                quiet ? "cancelQuietDown" : "quietDown",
                quiet ? "Start builds again" : "Start no more builds");
        button(html, request, "reload", "Read the configuration again");
        button(html, request, "safeRestart", "Restart");
    }

    private static void item(Html html, Request request, String address, String text) {
        html.open("li").element("a", text, "href", request.link(address)).close();
    }

    private void button(Html html, Request request, String action, String text) {
        pages.form(html, request, request.link(action), form -> form.element("button", text, "type", "submit"));
    }

    private Response refuseSettings(Request request) {
        authorization.require(targets.caller(request), Permission.MANAGE);
        throw new Problem(501, SETTINGS);
    }

    /** This server warns in its log and in /health/ready, not with monitors that one could switch off. */
    private Response noMonitor(Request request) {
        authorization.require(targets.caller(request), Permission.ADMINISTER);
        return pages.notFound(request);
    }
}
