package hobson.remote.item;

import hobson.engine.Refusal;
import hobson.engine.item.Job;
import hobson.engine.item.Jobs;
import hobson.engine.item.PathSegments;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.remote.route.Targets;

/** {@code POST createItem}: a job from a document, from another job, or of a kind ({@code endpoints.md §1}). */
final class CreateItem implements Handler {
    private final Jobs jobs;
    private final Targets targets;

    CreateItem(Jobs jobs, Targets targets) {
        this.jobs = jobs;
        this.targets = targets;
    }

    @Override
    public Response handle(Request request) {
        var caller = targets.caller(request);
        jobs.requireCreate(caller);
        var type = request.mediaType();
        boolean document = Documents.isXml(type);
        var parameters = document ? request.query() : request.parameters();
        var mode = parameters.first("mode").orElse("");
        boolean copy = mode.equals("copy");
        if (type.isEmpty() && !copy) {
            throw Refusal.badInput("No Content-Type header set");
        }
        var name = parameters.first("name").orElseThrow(() -> Refusal.badInput("Query parameter 'name' is required"));
        jobs.requireFree(caller, name);
        if (copy) {
            return configure(request, jobs.copy(caller, name, parameters.first("from", "")));
        }
        if (document) {
            jobs.create(caller, name, Documents.posted(request));
            return Response.of(200);
        }
        if (mode.isEmpty()) {
            throw Refusal.badInput("No mode given");
        }
        return configure(request, jobs.create(caller, name, mode));
    }

    /** Where a person goes on: the job's form, reached the way the request came. */
    private static Response configure(Request request, Job job) {
        var view = Match.of(request).find("view").map(name -> "view/" + PathSegments.encode(name) + "/");
        return Response.redirect(request.link(view.orElse("") + job.path().url() + "configure"));
    }
}
