package hobson.remote.security;

import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Handler;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/**
 * Addresses that clients of Jenkins know and behind which this server has nothing of its own. Who may not use them there is told what
 * permission is missing, as there; the others are told plainly that it is not here.
 */
public final class NotOffered implements RouteGroup {
    private final Authorization authorization;
    private final Targets targets;
    private final Pages pages;

    public NotOffered(Authorization authorization, Targets targets, Pages pages) {
        this.authorization = authorization;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        administration(places.root);
        places.job.any("configure", this::configure);
    }

    private void administration(Place root) {
        var noScripts = refusing(Permission.ADMINISTER, "This server does not run scripts in itself");
        root.any("script", noScripts).any("scriptText", noScripts).any("eval", noScripts);
    }

    private Handler refusing(Permission permission, String sentence) {
        return request -> {
            authorization.require(targets.caller(request), permission);
            throw new Problem(501, sentence);
        };
    }

    /** Where a new job leads a browser: clients that follow want a 200 there, also to a POST (clients.md, rule 3). */
    private Response configure(Request request) {
        var job = targets.item(request);
        authorization.require(targets.caller(request), Permission.JOB_CONFIGURE, job);
        return pages.page(
                200,
                "Configuration of " + job.name(),
                html -> html.open("p")
                        .text("A job is configured by its document: read it at ")
                        .element("a", "config.xml", "href", "config.xml")
                        .text(", and send it back to the same address.")
                        .close());
    }
}
