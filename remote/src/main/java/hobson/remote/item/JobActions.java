package hobson.remote.item;

import hobson.engine.Refusal;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Items;
import hobson.engine.item.Jobs;
import hobson.engine.item.PathSegments;
import hobson.engine.item.Relocation;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.form.SubmittedForm;
import hobson.remote.route.Targets;
import java.util.List;

/** The short actions of a job ({@code endpoints.md §2.2–2.8}). */
final class JobActions {
    /** "The directory of the address that was asked for". */
    private static final String HERE = ".";

    private final Jobs jobs;
    private final Items items;
    private final Relocation relocation;
    private final ViewEdits views;
    private final Targets targets;

    JobActions(Jobs jobs, Items items, Relocation relocation, ViewEdits views, Targets targets) {
        this.jobs = jobs;
        this.items = items;
        this.relocation = relocation;
        this.views = views;
        this.targets = targets;
    }

    Response setDisabled(Request request, boolean disabled) {
        jobs.setDisabled(targets.caller(request), targets.item(request), disabled);
        return Response.redirect(HERE);
    }

    /** Of a folder, the description is that of its primary view ({@code endpoints.md §2.6}). */
    Response submitDescription(Request request) {
        var description = request.parameter("description").orElse("");
        if (targets.item(request) instanceof Folder folder) {
            var primary = new ViewPath(new ViewOwner.Inside(folder), List.of());
            views.describe(targets.caller(request), primary, description);
        } else {
            describe(request, description);
        }
        return Response.redirect(HERE);
    }

    Response describe(Request request) {
        var job = targets.job(request);
        jobs.requireConfigure(targets.caller(request), job);
        var description = request.parameter("description")
                .orElseThrow(() ->
                        Refusal.badInput("the description of " + job.path() + " goes into the field 'description'"));
        describe(request, description);
        return Response.of(204);
    }

    private void describe(Request request, String description) {
        jobs.describe(targets.caller(request), targets.job(request), description);
    }

    Response description(Request request) {
        var description = jobs.definition(targets.job(request)).description();
        return Response.ok(ContentType.TEXT, Body.text(description == null ? "" : description));
    }

    /** The form of the web interface, which this server has not: programs post the document. */
    Response configSubmit(Request request) {
        jobs.requireConfigure(targets.caller(request), targets.item(request));
        SubmittedForm.of(request);
        throw new Refusal(
                Refusal.Kind.UNSUPPORTED, "this server has no form for jobs; post the document to config.xml");
    }

    Response rename(Request request) {
        var item = targets.item(request);
        var renamed = relocation.rename(
                targets.caller(request), item, request.parameter("newName").orElse(""));
        return Response.redirect("../" + PathSegments.encode(renamed.name()));
    }

    Response delete(Request request) {
        var item = targets.item(request);
        items.delete(targets.caller(request), item);
        return Response.redirect(request.link(parent(item)));
    }

    Response deleteByMethod(Request request) {
        items.delete(targets.caller(request), targets.item(request));
        return Response.of(204);
    }

    /** There is nothing to read again: what a job says is in the store, and nobody edits it behind the server's back. */
    Response reload(Request request) {
        jobs.requireConfigure(targets.caller(request), targets.item(request));
        return Response.of(200);
    }

    private static String parent(Item item) {
        return item.path().parent().map(ItemPath::url).orElse("/");
    }

    /** To another folder; somewhere it cannot go, it stays without a word ({@code endpoints.md §2.4}). */
    Response move(Request request) {
        var item = targets.item(request);
        var destination = request.parameter("destination").orElse("");
        return relocation
                .move(targets.caller(request), item, destination)
                .map(moved -> Response.redirect(request.link(moved.path().url())))
                .orElseGet(() -> Response.redirect(HERE));
    }
}
