package hobson.remote.trigger;

import hobson.engine.Refusal;
import hobson.engine.item.Job;
import hobson.engine.queue.Triggers;
import hobson.engine.user.Denied;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;
import java.util.function.Function;

/** Who may trigger, and with which method ({@code security.md §7}). */
final class Admission {
    private final Targets targets;
    private final Triggers triggers;
    private final Pages pages;

    Admission(Targets targets, Triggers triggers, Pages pages) {
        this.targets = targets;
        this.triggers = triggers;
        this.pages = pages;
    }

    /** A caller who was let in. */
    record Admitted(Request request, Job job, Triggers.Allowed allowed) {
        /** Refuses while the job takes no builds. */
        void requireBuildable(String end) {
            if (!job.buildable()) {
                throw Refusal.conflict(job.path() + " is not buildable" + end);
            }
        }
    }

    /** Whether the caller is let in whatever is in the body. */
    private boolean isAllowed(Request request, Job job) {
        try {
            triggers.authorize(
                    targets.caller(request), job, request.query().first("token").orElse(null));
            return true;
        } catch (Denied e) {
            return false;
        }
    }

    /** The answer to a caller who is let in; others get the page that says how. */
    Response admitted(Request request, Function<Admitted, Response> then) {
        var job = targets.job(request);
        if (isAllowed(request, job)) {
            request.takeFiles();
        }
        var token = request.parameter("token").orElse(null);
        var allowed = triggers.authorize(targets.caller(request), job, token);
        if (allowed == Triggers.Allowed.BY_PERMISSION && !request.isMethod("POST")) {
            return pages.postRequiredToBuild(request);
        }
        return then.apply(new Admitted(request, job, allowed));
    }
}
