package hobson.remote.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.PluginOffer;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.SiteConnection;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.UpdateJob;
import hobson.engine.plugin.UpdateSite;
import hobson.engine.plugin.UpdateSites;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Finder;
import hobson.remote.api.HelpTopic;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.route.Targets;
import java.util.function.Function;

/** {@code /updateCenter}: where plugins come from, and the jobs that bring them ({@code plugins-and-update-center.md §4}). */
final class UpdateRoutes {
    private static final int DOCUMENT_BYTES = 64 << 20;

    private final Plugins plugins;
    private final UpdateCenter center;
    private final UpdateSites sites;
    private final UpdateSchemas schemas;
    private final PluginPages pages;
    private final Targets targets;
    private final Api api;

    UpdateRoutes(
            Plugins plugins,
            UpdateCenter center,
            UpdateSites sites,
            UpdateSchemas schemas,
            PluginPages pages,
            Targets targets,
            Api api) {
        this.plugins = plugins;
        this.center = center;
        this.sites = sites;
        this.schemas = schemas;
        this.pages = pages;
        this.targets = targets;
        this.api = api;
    }

    void addTo(Place root) {
        var place = new Place("update center");
        api.at(
                place,
                Shows.these(schemas.root()),
                guarded(_ -> new Shown<>(schemas.root(), center)),
                new HelpTopic(
                        "Sites, jobs, plugins",
                        "site/ID/api/, jobs/N/api/ and plugin/NAME/api/ show one of them each."));
        place.index(this::page)
                .get("installStatus", this::installStatus)
                .get("incompleteInstallStatus", this::incompleteInstallStatus)
                .get("connectionStatus", this::connectionStatus)
                .post("safeRestart", this::restart)
                .post("restart", this::restart)
                .post("cancelRestart", this::cancelRestart)
                .post("upgrade", this::upgrade);
        child(place, "site/{site}", request -> new Shown<>(schemas.site(), site(request)))
                .post("postBack", this::postBack);
        child(place, "byId/{site}", request -> new Shown<>(schemas.site(), site(request)))
                .post("postBack", this::postBack);
        child(place, "coreSource", _ -> new Shown<>(schemas.site(), coreSource()));
        child(place, "plugin/{plugin}", request -> new Shown<>(schemas.offer(), offer(request)));
        child(place, "jobs/{job}", request -> shown(job(request)));
        root.child("updateCenter", place);
    }

    private Place child(Place parent, String template, Function<Request, Shown<?>> find) {
        var place = new Place(template);
        api.at(place, new Shows(schemas::all), guarded(find));
        place.exists(request -> isThere(request, find)).index(request -> {
            var _ = isThere(request, find);
            return pages.jobs();
        });
        parent.child(template, place);
        return place;
    }

    private boolean isThere(Request request, Function<Request, Shown<?>> find) {
        plugins.require(targets.caller(request));
        var _ = find.apply(request);
        return true;
    }

    /** What the sites have is in a file until somebody asks. */
    private Finder guarded(Function<Request, Shown<?>> find) {
        return (request, reader) -> {
            plugins.require(reader.caller());
            reader.loading().run();
            return find.apply(request);
        };
    }

    private Shown<?> shown(UpdateJob job) {
        return new Shown<>(schemas.jobs().of(job), job);
    }

    private UpdateSite site(Request request) {
        return site(Match.of(request).capture("site"));
    }

    private UpdateSite site(String id) {
        return sites.find(id).orElseThrow(() -> Refusal.notFound("there is no update site ‘" + id + "’"));
    }

    private UpdateSite coreSource() {
        return sites.all().stream()
                .filter(site -> sites.data(site).core())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no update site has versions of the server"));
    }

    private PluginOffer offer(Request request) {
        var name = Match.of(request).capture("plugin");
        return sites.offer(name).orElseThrow(() -> Refusal.notFound("no update site has a plugin ‘" + name + "’"));
    }

    /** By its place in the list. */
    private UpdateJob job(Request request) {
        var number = Match.of(request).capture("job");
        var jobs = center.jobs();
        for (int i = 0; i < jobs.size(); i++) {
            if (Integer.toString(i).equals(number)) {
                return jobs.get(i);
            }
        }
        throw Refusal.notFound("there is no job " + number);
    }

    private Response page(Request request) {
        plugins.require(targets.caller(request));
        return pages.jobs();
    }

    private Response installStatus(Request request) {
        plugins.require(targets.caller(request));
        var asked = request.query().first("correlationId");
        var data = Answers.JSON.createObjectNode();
        var jobs = data.putArray("jobs");
        for (var job : center.jobs()) {
            var correlation =
                    job.correlation() == null ? null : job.correlation().toString();
            if (job.kind() == UpdateJob.Kind.RESTART
                    || (asked.isPresent() && !asked.get().equals(correlation))) {
                continue;
            }
            var shown = jobs.addObject()
                    .put("name", job.name())
                    .put("version", job.version().text())
                    .put("title", job.title())
                    .put("installStatus", UpdateJobSchemas.word(job.status()))
                    .put(
                            "requiresRestart",
                            Boolean.toString(job.status() == UpdateJob.Status.SUCCESS_BUT_REQUIRES_RESTART));
            if (correlation != null) {
                shown.put("correlationId", correlation);
            }
        }
        data.put("state", "RUNNING");
        return Answers.ok(data);
    }

    private Response incompleteInstallStatus(Request request) {
        plugins.require(targets.caller(request));
        var data = Answers.JSON.createObjectNode();
        center.jobs().stream()
                .filter(job -> !job.status().isEnd() && job.kind() != UpdateJob.Kind.RESTART)
                .forEach(job -> data.put(job.name(), UpdateJobSchemas.word(job.status())));
        return Answers.ok(data);
    }

    private Response connectionStatus(Request request) {
        var caller = targets.caller(request);
        plugins.require(caller);
        var id = request.query().first("siteId", UpdateSite.DEFAULT);
        var site = sites.find(id);
        if (site.isEmpty()) {
            return Answers.error("Cannot check connection status of the update site with ID='" + id
                    + "'. This update center cannot be resolved");
        }
        try {
            var connection = SiteConnection.of(caller, sites, site.get());
            return Answers.ok(Answers.JSON
                    .createObjectNode()
                    .put("updatesite", connection.site().name())
                    .put("internet", connection.network().name()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("the server ends");
        }
    }

    private Response restart(Request request) {
        center.restart(targets.caller(request));
        return Response.redirect(".");
    }

    private Response cancelRestart(Request request) {
        center.cancelRestart(targets.caller(request));
        return Response.redirect(".");
    }

    /** What runs is not replaced from within: no site has versions of it. */
    private Response upgrade(Request request) {
        plugins.require(targets.caller(request));
        throw new Problem(
                501, "This server does not replace itself: install the new version, and start it with the same home");
    }

    /** From a browser or a program that may go where this server may not. */
    private Response postBack(Request request) {
        plugins.require(targets.caller(request));
        sites.post(targets.caller(request), site(request), request.bytes(DOCUMENT_BYTES));
        return Response.of(200);
    }
}
