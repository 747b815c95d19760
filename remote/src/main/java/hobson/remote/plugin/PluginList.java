package hobson.remote.plugin;

import hobson.engine.plugin.Plugin;
import hobson.engine.plugin.PluginOffer;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateSites;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code pluginManager/plugins}: what is installed, then what could be. */
final class PluginList {
    private PluginList() {}

    static JsonNode of(Plugins plugins, UpdateSchemas offers, UpdateSites sites) {
        var list = Answers.JSON.createArrayNode();
        plugins.all().forEach(plugin -> installed(list.addObject(), plugin));
        for (var site : sites.all()) {
            offers.availables(site).forEach(offer -> available(list.addObject(), offer));
        }
        return list;
    }

    private static void installed(ObjectNode node, Plugin plugin) {
        var manifest = plugin.manifest();
        node.put("installed", true)
                .put("name", plugin.name())
                .put("title", manifest.title())
                .put("version", plugin.version().text())
                .put("active", plugin.active())
                .put("enabled", plugin.enabled())
                .put("bundled", plugin.bundled())
                .put("deleted", plugin.deleted())
                .put("downgradable", plugin.backupVersion() != null)
                .put("website", manifest.url());
        var dependencies = node.putObject("dependencies");
        manifest.dependencies()
                .forEach(needed ->
                        dependencies.put(needed.name(), needed.version().text()));
    }

    private static void available(ObjectNode node, PluginOffer offer) {
        node.put("installed", false)
                .put("name", offer.name())
                .put("title", offer.title())
                .put("version", offer.version().text())
                .put("excerpt", offer.excerpt())
                .put("site", offer.site())
                .put("website", offer.wiki());
        var dependencies = node.putObject("dependencies");
        offer.dependencies().stream()
                .filter(needed -> !needed.optional())
                .forEach(needed ->
                        dependencies.put(needed.name(), needed.version().text()));
    }
}
