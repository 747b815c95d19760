package hobson.remote.page;

import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.engine.view.ViewEdits;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.RouteGroup;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;

/**
 * Where a new item or view leads a browser: clients that follow want a 200 there, also to a POST (clients.md, rule 3). The page tells how
 * such a thing is configured here.
 */
public final class DocumentPages implements RouteGroup {
    private final Authorization authorization;
    private final ViewEdits views;
    private final ViewTargets found;
    private final Targets targets;
    private final Pages pages;

    public DocumentPages(
            Authorization authorization, ViewEdits views, ViewTargets found, Targets targets, Pages pages) {
        this.authorization = authorization;
        this.views = views;
        this.found = found;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.job.any("configure", this::item);
        places.view.any("configure", this::view);
    }

    private Response item(Request request) {
        var item = targets.item(request);
        authorization.require(targets.caller(request), Permission.JOB_CONFIGURE, item);
        return page(item.name());
    }

    private Response view(Request request) {
        var view = found.view(request);
        views.require(targets.caller(request), Permission.VIEW_CONFIGURE, found.path(request));
        return page(view.view().name());
    }

    private Response page(String name) {
        return pages.page(
                200,
                "Configuration of " + name,
                html -> html.open("p")
                        .text("It is configured by its document: read that at ")
                        .element("a", "config.xml", "href", "config.xml")
                        .text(", and send it back to the same address.")
                        .close());
    }
}
