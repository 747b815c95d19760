package hobson.remote.queue;

import hobson.engine.Refusal;
import hobson.engine.item.Job;
import hobson.engine.queue.Queue;
import hobson.engine.user.Authorization;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.remote.RouteGroup;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/** Cancelling what waits ({@code endpoints.md §6}). */
public final class QueueRoutes implements RouteGroup {
    private final Queue queue;
    private final Targets targets;
    private final Authorization authorization;

    public QueueRoutes(Queue queue, Targets targets, Authorization authorization) {
        this.queue = queue;
        this.targets = targets;
        this.authorization = authorization;
    }

    @Override
    public void addTo(Places places) {
        places.queue.post("cancelItem", this::cancelItem);
        places.queueItem.post("cancelQueue", this::cancelQueue);
        places.job.post("cancelQueue", this::cancelJob);
    }

    /** A redirect, as it was for years: clients that do not know the newer 204 take it for a failure. */
    private Response cancelItem(Request request) {
        long id = number(request.parameter("id").orElse(""));
        try {
            queue.cancel(targets.caller(request), job(request, id), id);
        } catch (Denied denied) {
            throw new Problem(422, "Item for id (" + id + ") is not cancellable");
        }
        return Response.redirect(".");
    }

    private Response cancelQueue(Request request) {
        var caller = targets.caller(request);
        long id = number(Match.of(request).capture("item"));
        var job = job(request, id);
        try {
            queue.cancel(caller, job, id);
        } catch (Refusal | Denied e) {
            return Response.of(204); // one that has left, or a caller who may not: nothing happens (endpoints.md §6)
        }
        return Response.of(204);
    }

    /** The job of the item, when the caller may read it. */
    private Job job(Request request, long id) {
        return queue.view(id)
                .flatMap(view -> targets.jobs().find(view.item().jobId()))
                .filter(job -> targets.jobs().isReadable(targets.caller(request), job))
                .orElseThrow(() -> Refusal.notFound("Provided id (" + id + ") not found"));
    }

    private Response cancelJob(Request request) {
        var job = targets.job(request);
        authorization.require(targets.caller(request), Permission.JOB_CANCEL, job);
        queue.cancelAll(targets.caller(request), job.id());
        return Response.redirect(".");
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
