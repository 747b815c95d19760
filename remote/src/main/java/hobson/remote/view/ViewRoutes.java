package hobson.remote.view;

import hobson.engine.Refusal;
import hobson.engine.item.PathSegments;
import hobson.engine.view.Views;
import hobson.http.Body;
import hobson.http.Conditional;
import hobson.http.ContentType;
import hobson.http.EntityTag;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.remote.RouteGroup;
import hobson.remote.form.SubmittedForm;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/** Creating, configuring and deleting views. */
public final class ViewRoutes implements RouteGroup {
    private static final String LIST_VIEW = "hudson.model.ListView";
    private static final int LARGEST = 4 * 1024 * 1024;

    private final Views views;
    private final Targets targets;

    public ViewRoutes(Views views, Targets targets) {
        this.views = views;
        this.targets = targets;
    }

    @Override
    public void addTo(Places places) {
        places.root.only("POST", "createView", this::create);
        places.view
                .get("config.xml", this::document)
                .post("config.xml", this::configure)
                .otherwise("config.xml", _ -> Response.of(400));
        places.view
                .post("addJobToView", this::add)
                .post("removeJobFromView", this::remove)
                .post("submitDescription", this::describe)
                .post("doDelete", this::delete);
    }

    private static String name(Request request) {
        return Match.of(request).find("view").orElse(Views.ALL);
    }

    private static boolean isXml(Request request) {
        var type = request.mediaType();
        return type.equals("application/xml") || type.equals("text/xml");
    }

    private Response create(Request request) {
        var caller = targets.caller(request);
        var document = isXml(request);
        var parameters = document ? request.query() : request.parameters();
        var mode = parameters.first("mode", "");
        if (request.mediaType().isEmpty() && !mode.equals("copy")) {
            throw Refusal.badInput("No Content-Type header set");
        }
        var name = parameters.first("name", "");
        views.requireCreate(caller, name);
        if (mode.equals("copy")) {
            views.copy(
                    caller,
                    name,
                    parameters.first("from").orElseThrow(() -> Refusal.badInput("Specify which view to copy")));
            return configurePage(request, name);
        }
        if (document) {
            views.create(caller, name, request.bytes(LARGEST));
            return Response.of(200);
        }
        if (mode.isEmpty()) {
            throw Refusal.badInput("No view type is specified");
        }
        if (!mode.equals(LIST_VIEW)) {
            throw Refusal.badInput("No view type ‘" + mode + "’ is known");
        }
        SubmittedForm.of(request);
        views.create(caller, name);
        return configurePage(request, name);
    }

    private static Response configurePage(Request request, String name) {
        return Response.redirect(request.link("view/" + PathSegments.encode(name.strip()) + "/configure"));
    }

    private Response document(Request request) {
        var document = views.document(targets.caller(request), name(request));
        var answer = Response.ok(ContentType.XML_BARE, Body.bytes(document).compressible());
        return Conditional.answer(request, answer, EntityTag.strong(document));
    }

    private Response configure(Request request) {
        views.configure(
                targets.caller(request),
                name(request),
                request.bytes(LARGEST),
                before -> Conditional.require(request, EntityTag.strong(before)));
        return Response.of(200);
    }

    private static String job(Request request) {
        return request.parameter("name").orElseThrow(() -> Refusal.badInput("Query parameter 'name' is required"));
    }

    private Response add(Request request) {
        views.add(targets.caller(request), name(request), job(request));
        return Response.of(200);
    }

    private Response remove(Request request) {
        views.remove(targets.caller(request), name(request), job(request));
        return Response.of(200);
    }

    private Response describe(Request request) {
        views.describe(
                targets.caller(request),
                name(request),
                request.parameter("description").orElse(""));
        return Response.redirect(".");
    }

    private Response delete(Request request) {
        views.delete(targets.caller(request), name(request));
        return Response.redirect(request.link("/"));
    }
}
