package hobson.remote.feed;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.Cause;
import hobson.engine.item.Folder;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.PathSegments;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.user.Users;
import hobson.http.Request;
import hobson.http.route.Match;
import hobson.remote.api.Readers;
import hobson.remote.read.FullNames;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;
import java.util.List;
import java.util.function.Predicate;

/** Finds out what a request wants a feed of, with the jobs that the caller may read. */
final class Owners {
    private final ItemRegistry jobs;
    private final ViewTargets views;
    private final Targets targets;
    private final NodeTargets nodes;
    private final Users users;
    private final Readers readers;

    Owners(ItemRegistry jobs, ViewTargets views, Targets targets, NodeTargets nodes, Users users, Readers readers) {
        this.jobs = jobs;
        this.views = views;
        this.targets = targets;
        this.nodes = nodes;
        this.users = users;
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
                ItemRegistry.jobs(views.items(targets.caller(request), view)),
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

    /** With {@code recursive}, every job of the view's server or folder, wherever it is, whether the view shows it or not. */
    Owner lights(Request request) {
        var owner = view(request);
        if (request.query().first("recursive").isEmpty()) return owner;
        var folder = views.view(request).owner().folder();
        var all = ItemRegistry.jobs(jobs.readable(targets.caller(request), folder));
        return new Owner(owner.title(), owner.address(), all, owner.addressOf());
    }

    String fullName(Job job) {
        return FullNames.of(jobs, job);
    }

    /** An owner of some builds of each job. */
    record Some(Owner owner, Predicate<Build> wanted) {}

    /** A node and what it has run. */
    Some computer(Request request) {
        var computer = nodes.shown(request);
        boolean builtIn = computer.node().isBuiltIn();
        var name = builtIn ? "" : computer.name();
        return new Some(
                new Owner(
                        builtIn ? "Built-In Node" : name,
                        NodeTargets.address(computer),
                        jobs.readableJobs(targets.caller(request)),
                        job -> job.path().url()),
                build -> build.builtOn().equals(name));
    }

    /** An account and what it has started. */
    Some user(Request request) {
        var caller = targets.caller(request);
        var authorization = readers.of(request).authorization();
        authorization.require(caller, Permission.READ); // some of the ways are open to all
        var named = Match.of(request).find("user");
        if (named.isEmpty() && caller.anonymous() && authorization.secured()) throw new Denied(caller, null);
        var id = named.orElse(caller.name());
        var user = users.find(id).orElseThrow(() -> Refusal.notFound("there is no user " + id));
        var started = new Cause.User(user.id());
        return new Some(
                new Owner(
                        user.fullName(),
                        "user/" + PathSegments.encode(user.id()) + "/",
                        jobs.readableJobs(caller),
                        job -> job.path().url()),
                build -> build.causes().contains(started));
    }
}
