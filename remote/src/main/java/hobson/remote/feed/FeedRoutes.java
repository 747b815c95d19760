package hobson.remote.feed;

import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Builds;
import hobson.engine.item.JobRegistry;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.Readers;
import hobson.remote.feed.FeedBuilds.Found;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code rssAll} and its siblings, and {@code cc.xml}. */
public final class FeedRoutes implements RouteGroup {
    private static final int TOGETHER = 32;

    private final Builds builds;
    private final InstantSource clock;
    private final Owners owners;
    private final FeedBuilds selection;
    private final BuildStatus status;

    public FeedRoutes(
            JobRegistry jobs,
            Builds builds,
            ViewTargets views,
            Targets targets,
            NodeTargets nodes,
            Readers readers,
            InstantSource clock) {
        this.builds = builds;
        this.clock = clock;
        this.owners = new Owners(jobs, views, targets, nodes, readers);
        this.selection = new FeedBuilds(builds);
        this.status = new BuildStatus(builds);
    }

    @Override
    public void addTo(Places places) {
        feeds(places.view, owners::view).any("rssLatest", latest(owners::view));
        feeds(places.computer, owners::computer).any("rssLatest", latest(owners::computer));
        feeds(places.job, owners::item).any("rssChangelog", this::changes);
        var tray = new Place("build lights");
        tray.index(request -> BuildLights.answer(owners.view(request), owners.rootUrl(request)));
        tray.exists(owners::hasView);
        places.view.child("cc.xml", tray);
    }

    private Place feeds(Place place, Function<Request, Owner> owner) {
        return place.any("rssAll", recent(owner, "all", _ -> true))
                .any("rssFailed", recent(owner, "failed", FeedBuilds::isFailed));
    }

    private Handler recent(Function<Request, Owner> of, String kind, Predicate<BuildSummary> filter) {
        return request -> {
            var owner = of.apply(request);
            var root = owners.rootUrl(request);
            var found = selection.recent(owner.jobs(), filter, clock.millis());
            var entries = entries(found, f -> entry(f, owner, root, id(f)));
            return Flavours.answer(request, feed(owner, root, kind, entries));
        };
    }

    private Handler latest(Function<Request, Owner> of) {
        return request -> {
            var owner = of.apply(request);
            var root = owners.rootUrl(request);
            var tag = "tag:hudson.dev.java.net,2008:" + root;
            var entries = entries(
                    FeedBuilds.latest(owner.jobs()),
                    f -> entry(f, owner, root, tag + owner.addressOf().apply(f.job())));
            return Flavours.answer(request, feed(owner, root, "latest", entries));
        };
    }

    /** Reads the records some dozens at a time. */
    private List<Feed.Entry> entries(List<Found> found, Function<Found, Feed.Entry> entry) {
        var entries = new ArrayList<Feed.Entry>(found.size());
        for (int at = 0; at < found.size(); at += TOGETHER) {
            var some = found.subList(at, Math.min(at + TOGETHER, found.size()));
            builds.prefetch(some.stream()
                    .map(f -> new BuildId(f.job().id(), f.build().number()))
                    .toList());
            some.forEach(f -> entries.add(entry.apply(f)));
        }
        return entries;
    }

    /** No part of this server brings changes yet, so there is nothing to tell. */
    private Response changes(Request request) {
        var owner = owners.job(request);
        var link = owners.rootUrl(request) + owner.address() + "changes";
        return Flavours.answer(request, new Feed(owner.title() + " None changes", link, List.of()));
    }

    private static Feed feed(Owner owner, String root, String kind, List<Feed.Entry> entries) {
        return new Feed("Jenkins:" + owner.title() + " (" + kind + " builds)", root + owner.address(), entries);
    }

    private Feed.Entry entry(Found found, Owner owner, String root, String id) {
        var job = found.job();
        var summary = found.build();
        var build = builds.find(job.id(), summary.number());
        var label = build.map(Build::label).orElse("#" + summary.number());
        return new Feed.Entry(
                job.label() + " " + label + " (" + status.of(job.id(), summary) + ")",
                root + owner.addressOf().apply(job) + summary.number() + "/",
                id,
                Instant.ofEpochMilli(summary.timestamp()),
                build.map(Build::description).orElse(null));
    }

    private static String id(Found found) {
        int year = Instant.ofEpochMilli(found.build().timestamp())
                .atZone(ZoneId.systemDefault())
                .getYear();
        return "tag:hudson.dev.java.net," + year + ":" + found.job().path().fullName() + ":"
                + found.build().number();
    }
}
