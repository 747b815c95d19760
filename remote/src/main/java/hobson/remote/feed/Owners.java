package hobson.remote.feed;

import hobson.engine.item.Folder;
import hobson.engine.item.JobRegistry;
import hobson.http.Request;
import hobson.http.route.Match;
import hobson.remote.api.Readers;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;
import java.util.List;

/** Finds out what a request wants a feed of, with the jobs that the caller may read. */
final class Owners {
    private final JobRegistry jobs;
    private final ViewTargets views;
    private final Targets targets;
    private final NodeTargets nodes;
    private final Readers readers;

    Owners(JobRegistry jobs, ViewTargets views, Targets targets, NodeTargets nodes, Readers readers) {
        this.jobs = jobs;
        this.views = views;
        this.targets = targets;
        this.nodes = nodes;
        this.readers = readers;
    }

    String rootUrl(Request request) {
        return readers.rootUrl(request);
    }

    /** The view that the path names, else the primary one. Jobs are found below the view, but for a primary one. */
    Owner view(Request request) {
        var view = views.view(request);
        var address = view.address();
        var folder = view.owner().folder();
        var base = folder == null ? "" : folder.path().url();
        return new Owner(
                view.title(),
                address,
                JobRegistry.jobs(views.items(targets.caller(request), view)),
                job -> address + job.path().url().substring(base.length()));
    }

    /** As {@link #view} for one that is not there. */
    boolean hasView(Request request) {
        var _ = views.view(request);
        return true;
    }

    /** A job, or the primary view of a folder. */
    Owner item(Request request) {
        return targets.item(request) instanceof Folder ? view(request) : job(request);
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
