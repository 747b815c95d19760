package hobson.remote.plugin;

import hobson.engine.plugin.Plugin;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.UpdateSites;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.util.Objects;

/** The pages about plugins: what is there, what is being installed, where more comes from. */
final class PluginPages {
    private final Plugins plugins;
    private final UpdateCenter center;
    private final UpdateSites sites;
    private final Pages pages;

    PluginPages(Plugins plugins, UpdateCenter center, UpdateSites sites, Pages pages) {
        this.plugins = plugins;
        this.center = center;
        this.sites = sites;
        this.pages = pages;
    }

    Response plugins(Request request) {
        return pages.page(200, "Plugins", html -> {
            html.open("ul");
            for (var plugin : plugins.all()) {
                html.open("li")
                        .element(
                                "a",
                                plugin.manifest().title() + " " + plugin.version(),
                                "href",
                                request.link("pluginManager/plugin/" + plugin.name() + "/"))
                        .text(": " + state(plugin))
                        .close();
            }
            html.close();
            link(html, request, "pluginManager/advanced", "Upload a plugin, or say where more come from");
            link(html, request, "pluginManager/updates/", "What is being installed");
            link(html, request, "pluginManager/api/", "API");
        });
    }

    private static void link(Html html, Request request, String path, String text) {
        html.open("p").element("a", text, "href", request.link(path)).close();
    }

    private static String state(Plugin plugin) {
        if (plugin.bundled()) {
            return "built in";
        }
        if (plugin.deleted()) {
            return "uninstalled; gone after a restart";
        }
        if (!plugin.enabled()) {
            return "disabled";
        }
        return plugin.active() ? "active" : Objects.requireNonNullElse(plugin.problem(), "not active");
    }

    Response plugin(Plugin plugin) {
        return pages.page(200, plugin.manifest().title(), html -> {
            html.element("p", plugin.name() + " " + plugin.version() + ": " + state(plugin));
            html.open("ul");
            plugin.manifest()
                    .dependencies()
                    .forEach(needed -> html.element(
                            "li",
                            "needs " + needed.name() + " " + needed.version()
                                    + (needed.optional() ? " if it is there" : "")));
            html.close();
            html.open("p").element("a", "API", "href", "api/").close();
        });
    }

    Response jobs() {
        return pages.page(200, "Installations", html -> {
            html.open("ul");
            for (var job : center.jobs()) {
                var error = job.error();
                html.element(
                        "li",
                        job.name() + " " + job.version() + ": " + UpdateJobSchemas.word(job.status())
                                + (error == null ? "" : ": " + error));
            }
            html.close();
            if (center.restartRequired()) {
                html.element("p", "What was installed works after a restart.");
            }
        });
    }

    Response advanced(Request request) {
        return pages.page(200, "Where plugins come from", html -> {
            for (var site : sites.all()) {
                html.element(
                        "p",
                        "Update site ‘" + site.id() + "’: " + Objects.requireNonNullElse(site.url(), "off")
                                + sites.failure(site).map(text -> "; " + text).orElse(""));
            }
            pages.form(html, request, request.link("pluginManager/siteConfigure"), form -> {
                form.open("label")
                        .text("Address of the default site")
                        .single("input", "name", "site")
                        .close();
                form.element("button", "Save", "type", "submit");
            });
            pages.form(
                    html,
                    request,
                    request.link("pluginManager/checkUpdatesServer"),
                    form -> form.element("button", "Ask the sites now", "type", "submit"));
        });
    }
}
