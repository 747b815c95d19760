package hobson.remote.plugin;

import hobson.engine.Reader;
import hobson.engine.plugin.Plugin;
import hobson.engine.plugin.PluginOffer;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.UpdateSite;
import hobson.engine.plugin.UpdateSites;
import hobson.engine.plugin.Version;
import hobson.export.Kind;
import hobson.export.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the update centre, its sites and what they have are shown ({@code objects.md §14}). */
final class UpdateSchemas {
    private static final String CENTER = "hudson.model.UpdateCenter";

    private final Plugins plugins;
    private final UpdateSites sites;
    private final Version core;
    private final Kind<Plugin, Reader> plugin;
    private final Schema<PluginOffer, Reader> offer;
    private final Schema<UpdateSite, Reader> site;
    private final UpdateJobSchemas jobs;
    private final Schema<UpdateCenter, Reader> root;

    /** @param core what plugins may require */
    UpdateSchemas(Plugins plugins, UpdateSites sites, UpdateCenter center, Version core, PluginSchemas installed) {
        this.plugins = plugins;
        this.sites = sites;
        this.core = core;
        this.plugin = installed.kind();
        this.offer = offerSchema(center);
        this.site = siteSchema();
        this.jobs = new UpdateJobSchemas(sites, offers());
        this.root = Schema.<UpdateCenter, Reader>named(CENTER)
                .list("availables", offers(), (_, _) -> availables())
                .list("jobs", jobs.kind(), (shown, _) -> shown.jobs())
                .bool("restartRequiredForCompletion", (shown, _) -> shown.restartRequired())
                .list("sites", Kind.exactly(site), (_, _) -> sites.all())
                .build();
    }

    /** Of the objects below the update centre. */
    List<Schema<?, Reader>> all() {
        var all = new ArrayList<Schema<?, Reader>>(List.of(site, offer));
        all.addAll(jobs.all());
        return all;
    }

    Schema<UpdateCenter, Reader> root() {
        return root;
    }

    Schema<UpdateSite, Reader> site() {
        return site;
    }

    Schema<PluginOffer, Reader> offer() {
        return offer;
    }

    UpdateJobSchemas jobs() {
        return jobs;
    }

    private Kind<PluginOffer, Reader> offers() {
        return Kind.exactly(this::offer);
    }

    private List<PluginOffer> availables() {
        return sites.all().stream().flatMap(one -> availables(one).stream()).toList();
    }

    List<PluginOffer> availables(UpdateSite site) {
        return sites.data(site).all().stream()
                .filter(one -> plugins.find(one.name()).isEmpty())
                .toList();
    }

    List<PluginOffer> updates(UpdateSite site) {
        return sites.data(site).all().stream()
                .filter(one -> plugins.find(one.name())
                        .filter(found -> !found.bundled() && !found.deleted() && one.isNewerThan(found))
                        .isPresent())
                .toList();
    }

    private Schema<UpdateSite, Reader> siteSchema() {
        return Schema.<UpdateSite, Reader>named("hudson.model.UpdateSite")
                .list("availables", offers(), (one, _) -> availables(one))
                .text("connectionCheckUrl", (one, _) -> sites.data(one).connectionCheckUrl())
                .time("dataTimestamp", (one, _) -> sites.time(one))
                .bool("hasUpdates", (one, _) -> !updates(one).isEmpty())
                .text("id", (one, _) -> one.id())
                .text("suggestedPluginsUrl", (one, _) -> beside(one.url()))
                .list("updates", offers(), (one, _) -> updates(one))
                .text("url", (one, _) -> one.url())
                .build();
    }

    private static @Nullable String beside(@Nullable String url) {
        return url == null ? null : url.substring(0, url.lastIndexOf('/') + 1) + "platform-plugins.json";
    }

    private Schema<PluginOffer, Reader> offerSchema(UpdateCenter center) {
        return Schema.<PluginOffer, Reader>named("hudson.model.UpdateSite$Plugin")
                .extend(entry())
                .texts("categories", (one, _) -> one.categories())
                .bool("compatible", (one, _) -> isCompatible(one))
                .text("compatibleSinceVersion", (one, _) -> PluginSchemas.text(one.compatibleSince()))
                .bool("compatibleWithInstalledVersion", (one, _) -> isCompatibleWithInstalled(one))
                .map("dependencies", Kind.<String, Reader>simple(), (one, _) -> dependencies(one, false))
                .text("excerpt", (one, _) -> one.excerpt())
                .object(
                        "installed",
                        plugin,
                        (one, _) -> plugins.find(one.name()).orElse(null))
                .list("neededDependencies", Kind.exactly(this::offer), (one, _) -> center.needed(one))
                .map("optionalDependencies", Kind.<String, Reader>simple(), (one, _) -> dependencies(one, true))
                .value("releaseTimestamp", (one, _) -> one.released())
                .text("requiredCore", (one, _) -> PluginSchemas.text(one.requiredCore()))
                .text("title", (one, _) -> one.title())
                .text("wiki", (one, _) -> one.wiki())
                .build();
    }

    private static Schema<PluginOffer, Reader> entry() {
        return Schema.<PluginOffer, Reader>named("hudson.model.UpdateSite$Entry")
                .text("name", (one, _) -> one.name())
                .text("sourceId", (one, _) -> one.site())
                .text("url", (one, _) -> one.url())
                .text("version", (one, _) -> one.version().text())
                .build();
    }

    private boolean isCompatible(PluginOffer one) {
        var required = one.requiredCore();
        return required == null || !core.isOlderThan(required);
    }

    private boolean isCompatibleWithInstalled(PluginOffer one) {
        var since = one.compatibleSince();
        return since == null
                || plugins.find(one.name())
                        .filter(found -> found.version().isOlderThan(since))
                        .isEmpty();
    }

    private static Map<String, String> dependencies(PluginOffer one, boolean optional) {
        var shown = new TreeMap<String, String>();
        for (var dependency : one.dependencies()) {
            if (dependency.optional() == optional) {
                shown.put(dependency.name(), dependency.version().text());
            }
        }
        return shown;
    }
}
