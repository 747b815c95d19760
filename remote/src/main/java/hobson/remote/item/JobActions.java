package hobson.remote.item;

import hobson.engine.Refusal;
import hobson.engine.item.Jobs;
import hobson.engine.item.PathSegments;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.form.SubmittedForm;
import hobson.remote.route.Targets;

/** The short actions of a job ({@code endpoints.md §2.2–2.8}). */
final class JobActions {
    /** "The directory of the address that was asked for". */
    private static final String HERE = ".";

    private final Jobs jobs;
    private final Targets targets;

    JobActions(Jobs jobs, Targets targets) {
        this.jobs = jobs;
        this.targets = targets;
    }

    Response setDisabled(Request request, boolean disabled) {
        jobs.setDisabled(targets.caller(request), targets.job(request), disabled);
        return Response.redirect(HERE);
    }

    Response submitDescription(Request request) {
        describe(request, request.parameter("description").orElse(""));
        return Response.redirect(HERE);
    }

    Response describe(Request request) {
        var job = targets.job(request);
        jobs.requireConfigure(targets.caller(request));
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
        targets.job(request);
        jobs.requireConfigure(targets.caller(request));
        SubmittedForm.of(request);
        throw new Refusal(
                Refusal.Kind.UNSUPPORTED, "this server has no form for jobs; post the document to config.xml");
    }

    Response rename(Request request) {
        var job = targets.job(request);
        var renamed = jobs.rename(
                targets.caller(request), job, request.parameter("newName").orElse(""));
        return Response.redirect("../" + PathSegments.encode(renamed.name()));
    }

    Response delete(Request request) {
        jobs.delete(targets.caller(request), targets.job(request));
        return Response.redirect(request.link("/"));
    }

    Response deleteByMethod(Request request) {
        jobs.delete(targets.caller(request), targets.job(request));
        return Response.of(204);
    }

    /** There is nothing to read again: what a job says is in the store, and nobody edits it behind the server's back. */
    Response reload(Request request) {
        targets.job(request);
        jobs.requireConfigure(targets.caller(request));
        return Response.of(200);
    }
}
