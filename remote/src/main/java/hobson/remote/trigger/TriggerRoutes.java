package hobson.remote.trigger;

import hobson.engine.item.Jobs;
import hobson.engine.queue.ParameterDefaults;
import hobson.engine.queue.Queue;
import hobson.engine.queue.Triggers;
import hobson.engine.run.Uploads;
import hobson.engine.scm.Polling;
import hobson.engine.user.Authorization;
import hobson.http.Response;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/** The routes of this package ({@code endpoints.md §3}). */
public final class TriggerRoutes implements RouteGroup {
    private final Jobs jobs;
    private final Targets targets;
    private final Triggers triggers;
    private final Queue queue;
    private final ParameterDefaults defaults;
    private final Uploads uploads;
    private final Authorization authorization;
    private final Pages pages;
    private final Polling polling;

    public TriggerRoutes(
            Jobs jobs,
            Targets targets,
            Triggers triggers,
            Queue queue,
            ParameterDefaults defaults,
            Uploads uploads,
            Authorization authorization,
            Pages pages,
            Polling polling) {
        this.jobs = jobs;
        this.targets = targets;
        this.triggers = triggers;
        this.queue = queue;
        this.defaults = defaults;
        this.uploads = uploads;
        this.authorization = authorization;
        this.pages = pages;
        this.polling = polling;
    }

    private Response polled(Admission.Admitted admitted) {
        polling.accept(admitted.job());
        return Response.redirect(".");
    }

    @Override
    public void addTo(Places places) {
        var admission = new Admission(targets, triggers, pages);
        var submit = new Submit(targets, triggers, queue, new Submissions(triggers, uploads));
        var values = new ParameterForm(defaults, uploads);
        var scan = new FolderScan(jobs, authorization, targets);
        scan.addTo(places);
        places.job
                .any("build", scan.or(new BuildTrigger(jobs, admission, submit, values, pages)))
                .any("buildWithParameters", new BuildWithParameters(jobs, admission, submit, values))
                .any("polling", request -> admission.admitted(request, this::polled));
        places.job.any("scmPollLog", new PollLog(jobs, targets, polling, pages));
        var byToken = new BuildByToken(targets.jobs(), jobs, targets, triggers, submit, values, polling);
        places.root.child("buildByToken", byToken.place());
    }
}
