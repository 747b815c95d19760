package hobson.remote.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.PluginFormat.Wanted;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.UpdateSites;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.SafeRedirect;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.Api;
import hobson.remote.api.HelpTopic;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.net.URI;
import java.util.ArrayList;

/** {@code /pluginManager}: what is installed, and how more is ({@code plugins-and-update-center.md §3}). */
public final class PluginRoutes implements RouteGroup {
    private static final int DOCUMENT_BYTES = 16 << 20;
    private static final int NAMES_BYTES = 1 << 20;
    private static final String UPDATES = "updates/";
    private static final String PREFIX = "plugin.";

    private final Plugins plugins;
    private final UpdateCenter center;
    private final UpdateSites sites;
    private final PluginSchemas schemas;
    private final UpdateSchemas offers;
    private final Targets targets;
    private final Api api;
    private final PluginPages pages;
    private final InstalledPlugin installed;
    private final UpdateRoutes updates;
    private final Uploading uploading;
    private final SiteForms forms;
    private final PluginScripts scripts;

    public PluginRoutes(
            Plugins plugins,
            UpdateCenter center,
            UpdateSites sites,
            hobson.engine.plugin.Version core,
            hobson.engine.secret.Vault vault,
            Targets targets,
            Api api,
            Pages pages) {
        this.plugins = plugins;
        this.center = center;
        this.sites = sites;
        this.targets = targets;
        this.api = api;
        this.schemas = new PluginSchemas(center);
        this.offers = new UpdateSchemas(plugins, sites, center, core, schemas);
        this.pages = new PluginPages(plugins, center, sites, pages);
        this.installed = new InstalledPlugin(plugins, schemas, this.pages, targets, api);
        this.updates = new UpdateRoutes(plugins, center, sites, offers, this.pages, targets, api);
        this.uploading = new Uploading(plugins, center, targets);
        this.forms = new SiteForms(sites, vault, targets);
        this.scripts = new PluginScripts(center);
    }

    @Override
    public void addTo(Places places) {
        var place = new Place("plugin manager");
        api.at(
                place,
                Shows.these(schemas.manager()),
                (_, reader) -> {
                    plugins.require(reader.caller());
                    reader.loading().run();
                    return new Shown<>(schemas.manager(), plugins);
                },
                new HelpTopic("Upload", "POST a plugin as a multipart form to uploadPlugin."),
                new HelpTopic(
                        "Install",
                        "POST XML whose elements have an attribute plugin=\"name@version\" to installNecessaryPlugins,"
                                + " or to prevalidateConfig to see what would be installed."));
        place.index(this::page)
                .any("installed", this::page)
                .any("updates", this::jobs)
                .any("available", this::jobs)
                .any("advanced", this::advanced)
                .any("plugins", this::list);
        place.post("installNecessaryPlugins", this::installNecessary)
                .post("prevalidateConfig", this::prevalidate)
                .post("install", this::install)
                .post("installPlugins", this::installNamed)
                .post("uploadPlugin", uploading::upload)
                .post("checkUpdatesServer", this::check)
                .post("checkUpdates", this::check)
                .post("siteConfigure", forms::site)
                .post("proxyConfigure", forms::proxy);
        place.child("plugin/{plugin}", installed.place());
        places.root.child("pluginManager", place);
        places.root.any("plugin", installed::file);
        places.root.post("scriptText", this::script);
        updates.addTo(places.root);
    }

    /** No script is run; two that clients send in place of a request are answered. */
    private Response script(Request request) {
        var caller = targets.caller(request);
        plugins.require(caller);
        return scripts.answer(caller, request.parameter("script").orElse(""))
                .map(text -> Response.text(200, text))
                .orElseThrow(() -> new Problem(501, "This server does not run scripts in itself"));
    }

    private Response page(Request request) {
        plugins.require(targets.caller(request));
        return pages.plugins(request);
    }

    private Response jobs(Request request) {
        plugins.require(targets.caller(request));
        return pages.jobs();
    }

    private Response advanced(Request request) {
        plugins.require(targets.caller(request));
        return pages.advanced(request);
    }

    private Response list(Request request) {
        plugins.require(targets.caller(request));
        return Answers.ok(PluginList.of(plugins, offers, sites));
    }

    private Response installNecessary(Request request) {
        plugins.require(targets.caller(request));
        center.installNecessary(targets.caller(request), request.bytes(DOCUMENT_BYTES));
        return Response.redirect(request.link("pluginManager/" + UPDATES));
    }

    private Response prevalidate(Request request) {
        plugins.require(targets.caller(request));
        var answer = Answers.JSON.createArrayNode();
        for (var missing : center.missing(targets.caller(request), request.bytes(DOCUMENT_BYTES))) {
            answer.addObject()
                    .put("name", missing.wanted().name())
                    .put("version", missing.wanted().version().text())
                    .put("mode", missing.old() ? "old" : "missing");
        }
        return Answers.json(answer);
    }

    private Response install(Request request) {
        plugins.require(targets.caller(request));
        var wanted = new ArrayList<Wanted>();
        for (var name : request.parameters().names()) {
            if (name.startsWith(PREFIX)) {
                wanted.add(Wanted.of(withoutSite(name.substring(PREFIX.length()))));
            }
        }
        boolean now = request.parameter("dynamicLoad").isPresent();
        center.install(targets.caller(request), wanted, now);
        return Response.redirect(UPDATES);
    }

    /** Names of plugins may have dots in them, so only a site that there is counts as one. */
    private String withoutSite(String text) {
        int dot = text.lastIndexOf('.');
        return dot > 0 && sites.find(text.substring(dot + 1)).isPresent() ? text.substring(0, dot) : text;
    }

    private Response installNamed(Request request) {
        var caller = targets.caller(request);
        plugins.require(caller);
        var body = Answers.object(request.text(NAMES_BYTES));
        var names = body.path("plugins");
        if (!names.isArray()) {
            throw Refusal.badInput("the body must have the names in ‘plugins’");
        }
        var wanted = new ArrayList<Wanted>();
        names.forEach(name -> wanted.add(Wanted.of(name.asString(""))));
        try {
            var correlation =
                    center.install(caller, wanted, body.path("dynamicLoad").asBoolean(false));
            return Answers.ok(Answers.JSON.createObjectNode().put("correlationId", correlation.toString()));
        } catch (Refusal refusal) {
            return Answers.error(String.valueOf(refusal.getMessage()));
        }
    }

    private Response check(Request request) {
        try {
            sites.check(targets.caller(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("the server ends");
        }
        return Response.redirect(back(request));
    }

    /** Where a browser came from, if that was here. */
    private static String back(Request request) {
        var from = request.header("Referer").orElse("");
        var own = request.baseUrl();
        if (from.startsWith(own + "/")) {
            var path = request.contextPath() + from.substring(own.length());
            return SafeRedirect.isSafe(path) && isAddress(path) ? path : ".";
        }
        return ".";
    }

    private static boolean isAddress(String path) {
        try {
            return !URI.create(path).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
