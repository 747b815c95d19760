package hobson.remote.view;

import hobson.engine.Refusal;
import hobson.engine.item.PathSegments;
import hobson.engine.user.Permission;
import hobson.engine.view.View;
import hobson.engine.view.View.Shape;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;
import hobson.http.Body;
import hobson.http.Conditional;
import hobson.http.ContentType;
import hobson.http.EntityTag;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.ShownView;
import hobson.remote.form.SubmittedForm;
import hobson.remote.page.Html;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;

/** Creating, configuring and deleting views. */
public final class ViewRoutes implements RouteGroup {
    private static final int LARGEST = 4 * 1024 * 1024;

    private final ViewEdits views;
    private final ViewTargets found;
    private final Targets targets;

    public ViewRoutes(ViewEdits views, ViewTargets found, Targets targets) {
        this.views = views;
        this.found = found;
        this.targets = targets;
    }

    @Override
    public void addTo(Places places) {
        for (var place : java.util.List.of(places.root, places.job, places.myViews, places.view)) {
            place.only("POST", "createView", this::create).any("viewExistsCheck", this::isTaken);
        }
        places.myViews.index(request -> Response.redirect(request.link(
                found.primary(found.path(request).owner()).orElseThrow().address() + "view/all/")));
        configure(places.view);
    }

    private void configure(Place place) {
        place.get("config.xml", this::document)
                .post("config.xml", this::configure)
                .otherwise("config.xml", _ -> Response.of(400));
        place.post("addJobToView", this::add)
                .post("removeJobFromView", this::remove)
                .post("submitDescription", this::describe)
                .post("configSubmit", this::submit)
                .post("doDelete", this::delete);
    }

    private static boolean isXml(Request request) {
        var type = request.mediaType();
        return type.equals("application/xml") || type.equals("text/xml");
    }

    private Response create(Request request) {
        var caller = targets.caller(request);
        var parent = found.path(request);
        views.require(caller, Permission.VIEW_CREATE, parent);
        boolean document = isXml(request);
        var parameters = document ? request.query() : request.parameters();
        var mode = parameters.first("mode", "");
        if (request.mediaType().isEmpty() && !mode.equals("copy")) {
            throw Refusal.badInput("No Content-Type header set");
        }
        var name = parameters.first("name", "");
        views.requireCreate(caller, parent, name);
        if (mode.equals("copy")) {
            var from = parameters.first("from").orElseThrow(() -> Refusal.badInput("Specify which view to copy"));
            return created(request, parent, views.copy(caller, parent, name, from));
        }
        if (document) {
            views.create(caller, parent, name, request.bytes(LARGEST));
            return Response.of(200);
        }
        if (mode.isEmpty()) {
            throw Refusal.badInput("No view type is specified");
        }
        views.requireKind(mode);
        SubmittedForm.of(request);
        return created(request, parent, views.create(caller, parent, name, mode));
    }

    /** A person goes on with the form of the new view, where it has one. */
    private static Response created(Request request, ViewPath parent, View view) {
        var address = new ShownView(parent.child(view.name()), view, false).address();
        boolean form = !(view.shape() instanceof Shape.All || view.shape() instanceof Shape.Mine);
        return Response.redirect(request.link(address + (form ? "configure" : "")));
    }

    private Response isTaken(Request request) {
        try {
            views.requireCreate(
                    targets.caller(request),
                    found.path(request),
                    request.parameter("value").orElse(""));
            return Response.html(200, "<div/>");
        } catch (Refusal refusal) {
            return Response.html(
                    200,
                    new Html()
                            .element("div", String.valueOf(refusal.getMessage()), "class", "error")
                            .toString());
        }
    }

    private Response document(Request request) {
        var document = found.views().document(targets.caller(request), found.path(request));
        var answer = Response.ok(ContentType.XML_BARE, Body.bytes(document).compressible());
        return Conditional.answer(request, answer, EntityTag.strong(document));
    }

    private Response configure(Request request) {
        var caller = targets.caller(request);
        var path = found.path(request);
        views.require(caller, Permission.VIEW_CONFIGURE, path);
        var document = views.configure(
                caller, path, request.bytes(LARGEST), before -> Conditional.require(request, EntityTag.strong(before)));
        return Response.of(200).with(EntityTag.strong(document).header());
    }

    private Response submit(Request request) {
        var path = found.path(request);
        views.require(targets.caller(request), Permission.VIEW_CONFIGURE, path);
        var form = ViewForm.of(request);
        views.edit(targets.caller(request), path, form::applied);
        var name = request.parameter("name").orElse("").strip();
        return Response.redirect(name.isEmpty() ? "." : "../" + PathSegments.encode(name));
    }

    private static String job(Request request) {
        return request.parameter("name").orElseThrow(() -> Refusal.badInput("Query parameter 'name' is required"));
    }

    private Response add(Request request) {
        var path = found.path(request);
        views.require(targets.caller(request), Permission.VIEW_CONFIGURE, path);
        views.addItem(targets.caller(request), path, job(request));
        return Response.of(200);
    }

    private Response remove(Request request) {
        var path = found.path(request);
        views.require(targets.caller(request), Permission.VIEW_CONFIGURE, path);
        views.removeItem(targets.caller(request), path, job(request));
        return Response.of(200);
    }

    private Response describe(Request request) {
        views.describe(
                targets.caller(request),
                found.path(request),
                request.parameter("description").orElse(""));
        return Response.redirect(".");
    }

    private Response delete(Request request) {
        var path = found.path(request);
        views.delete(targets.caller(request), path);
        return Response.redirect(request.link(home(path)));
    }

    private static String home(ViewPath path) {
        return switch (path.owner()) {
            case ViewOwner.Top _ -> "/";
            case ViewOwner.Inside(var folder) -> folder.path().url();
            case ViewOwner.Person(var id) -> "user/" + PathSegments.encode(id) + "/my-views/";
        };
    }
}
