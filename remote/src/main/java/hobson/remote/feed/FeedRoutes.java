package hobson.remote.feed;

import hobson.engine.build.Build;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Builds;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.user.Users;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.BuildSources;
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
    private final ChangeFeed changes;

    public FeedRoutes(
            ItemRegistry jobs,
            Builds builds,
            Definitions definitions,
            BuildSources sources,
            ViewTargets views,
            Targets targets,
            NodeTargets nodes,
            Users users,
            Readers readers,
            InstantSource clock) {
        this.builds = builds;
        this.clock = clock;
        this.owners = new Owners(jobs, views, targets, nodes, users, readers);
        this.selection = new FeedBuilds(builds);
        this.status = new BuildStatus(builds);
        this.changes = new ChangeFeed(builds, sources, definitions, users);
    }

    @Override
    public void addTo(Places places) {
        feeds(places.view, owners::view).any("rssLatest", latest(owners::view));
        feeds(places.job, owners::item).any("rssChangelog", this::changes);
        places.computer
                .any("rssAll", ofNode("all", _ -> true))
                .any("rssFailed", ofNode("failed", FeedBuilds::isFailed))
                .any("rssLatest", this::latestOfNode);
        ofUsers(places.user);
        ofUsers(places.me);
        var tray = new Place("build lights");
        tray.index(request -> BuildLights.answer(owners.lights(request), owners.rootUrl(request), owners::fullName));
        tray.exists(owners::hasView);
        places.view.child("cc.xml", tray);
    }

    private Place feeds(Place place, Function<Request, Owner> owner) {
        return place.any("rssAll", recent(owner, "all", _ -> true))
                .any("rssFailed", recent(owner, "failed", FeedBuilds::isFailed));
    }

    private void ofUsers(Place place) {
        place.any("rssAll", ofUser("all", _ -> true))
                .any("rssFailed", ofUser("failed", f -> status.isWorse(f.job().id(), f.build())))
                .any("rssLatest", this::latestOfUser);
    }

    private Handler recent(Function<Request, Owner> of, String kind, Predicate<BuildSummary> filter) {
        return request -> {
            var owner = of.apply(request);
            return answer(request, owner, kind, selection.recent(owner.jobs(), filter, clock.millis()));
        };
    }

    /** All that it has run, what runs included. */
    private Handler ofNode(String kind, Predicate<BuildSummary> filter) {
        return request -> {
            var node = owners.computer(request);
            return answer(
                    request, node.owner(), kind, selection.allOf(node.owner().jobs(), node.wanted(), filter));
        };
    }

    private Response latestOfNode(Request request) {
        var node = owners.computer(request);
        return answer(
                request, node.owner(), "latest", selection.latestOf(node.owner().jobs(), node.wanted()));
    }

    private Handler ofUser(String kind, Predicate<Found> filter) {
        return request -> {
            var user = owners.user(request);
            var found = selection.recentOf(user.owner().jobs(), user.wanted(), filter, clock.millis());
            return answer(request, user.owner(), kind, found);
        };
    }

    private Response latestOfUser(Request request) {
        var user = owners.user(request);
        return latest(request, user.owner(), selection.latestOf(user.owner().jobs(), user.wanted()));
    }

    private Handler latest(Function<Request, Owner> of) {
        return request -> {
            var owner = of.apply(request);
            return latest(request, owner, FeedBuilds.latest(owner.jobs()));
        };
    }

    private Response answer(Request request, Owner owner, String kind, List<Found> found) {
        var root = owners.rootUrl(request);
        return Flavours.answer(request, feed(owner, root, kind, entries(found, f -> entry(f, owner, root, id(f)))));
    }

    private Response latest(Request request, Owner owner, List<Found> found) {
        var root = owners.rootUrl(request);
        var tag = "tag:hudson.dev.java.net,2008:" + root;
        var entries = entries(
                found, f -> entry(f, owner, root, tag + owner.addressOf().apply(f.job())));
        return Flavours.answer(request, feed(owner, root, "latest", entries));
    }

    /** Reads the records some dozens at a time. */
    private List<Feed.Entry> entries(List<Found> found, Function<Found, Feed.Entry> entry) {
        var entries = new ArrayList<Feed.Entry>(found.size());
        for (int at = 0; at < found.size(); at += TOGETHER) {
            var some = found.subList(at, Math.min(at + TOGETHER, found.size()));
            builds.prefetch(some.stream().map(Found::id).toList());
            some.forEach(f -> entries.add(entry.apply(f)));
        }
        return entries;
    }

    private Response changes(Request request) {
        var owner = owners.job(request);
        return Flavours.answer(request, changes.of(owner, owner.jobs().getFirst(), owners.rootUrl(request)));
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
                owners.fullName(job) + " " + label + " (" + status.of(job.id(), summary) + ")",
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
