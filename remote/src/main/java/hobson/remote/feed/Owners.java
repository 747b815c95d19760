package hobson.remote.feed;

import hobson.engine.Refusal;
import hobson.engine.item.Job;
import hobson.engine.item.JobRegistry;
import hobson.engine.user.Permission;
import hobson.http.Request;
import hobson.http.route.Match;
import hobson.remote.api.Readers;
import hobson.remote.api.View;
import hobson.remote.api.Views;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;
import java.util.List;

/** Finds out what a request wants a feed of, with the jobs that the caller may read. */
final class Owners {
    private final JobRegistry jobs;
    private final Views views;
    private final Targets targets;
    private final NodeTargets nodes;
    private final Readers readers;

    Owners(JobRegistry jobs, Views views, Targets targets, NodeTargets nodes, Readers readers) {
        this.jobs = jobs;
        this.views = views;
        this.targets = targets;
        this.nodes = nodes;
        this.readers = readers;
    }

    String rootUrl(Request request) {
        return readers.rootUrl(request);
    }

    /** The view that the path names, else the primary one. Jobs are found below the view, but for the primary one. */
    Owner view(Request request) {
        var view = namedView(request);
        var address = view.address();
        return new Owner(
                view.title(),
                address,
                jobs(request, view),
                job -> address + job.path().url());
    }

    private View namedView(Request request) {
        var name = Match.of(request).find("view");
        return name.isEmpty()
                ? views.primary()
                : views.find(name.get())
                        .filter(view -> view.primary() || isVisible(request, view))
                        .orElseThrow(() -> Refusal.notFound("there is no view " + name.get()));
    }

    private boolean isVisible(Request request, View view) {
        var reader = readers.of(request);
        return reader.may(Permission.VIEW_READ)
                || reader.may(Permission.VIEW_CONFIGURE)
                || !jobs(request, view).isEmpty();
    }

    private List<Job> jobs(Request request, View view) {
        return JobRegistry.jobs(
                jobs.list(targets.caller(request)).stream().filter(view.shows()).toList());
    }

    Owner job(Request request) {
        var job = targets.job(request);
        var address = Readers.path(Match.of(request).place());
        return new Owner(job.label(), address, List.of(job), _ -> address);
    }

    /** A node; every build was run by the built-in one. */
    Owner computer(Request request) {
        var computer = nodes.shown(request);
        boolean builtIn = computer.node().isBuiltIn();
        return new Owner(
                builtIn ? "Built-In Node" : computer.name(),
                NodeTargets.address(computer),
                builtIn ? jobs.readableJobs(targets.caller(request)) : List.of(),
                job -> job.path().url());
    }
}
