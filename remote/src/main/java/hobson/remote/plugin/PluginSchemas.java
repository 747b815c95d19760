package hobson.remote.plugin;

import hobson.engine.Reader;
import hobson.engine.plugin.DynamicLoad;
import hobson.engine.plugin.Plugin;
import hobson.engine.plugin.PluginDependency;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.Version;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import org.jspecify.annotations.Nullable;

/** How installed plugins are shown ({@code objects.md §14}). */
final class PluginSchemas {
    private final UpdateCenter center;
    private final Schema<Plugin, Reader> plugin;
    private final Schema<Plugins, Reader> manager;

    PluginSchemas(UpdateCenter center) {
        this.center = center;
        this.plugin = pluginSchema();
        this.manager = Schema.<Plugins, Reader>named("hudson.LocalPluginManager")
                .list("plugins", kind(), (plugins, _) -> plugins.all())
                .build();
    }

    Schema<Plugins, Reader> manager() {
        return manager;
    }

    Schema<Plugin, Reader> plugin() {
        return plugin;
    }

    Kind<Plugin, Reader> kind() {
        return Kind.exactly(this::plugin);
    }

    private Schema<Plugin, Reader> pluginSchema() {
        return Schema.<Plugin, Reader>named("hudson.PluginWrapper")
                .bool("active", (one, _) -> one.active())
                .text("backupVersion", (one, _) -> text(one.backupVersion()))
                .bool("bundled", (one, _) -> one.bundled())
                .bool("deleted", (one, _) -> one.deleted())
                .list(
                        "dependencies",
                        Kind.exactly(dependency()),
                        (one, _) -> one.manifest().dependencies())
                .bool("detached", (_, _) -> false)
                .bool("downgradable", (one, _) -> one.backupVersion() != null)
                .bool("enabled", (one, _) -> one.enabled())
                .bool("hasUpdate", (one, _) -> center.hasUpdate(one))
                .text("longName", (one, _) -> one.manifest().title())
                .bool("pinned", (_, _) -> false)
                .text("requiredCoreVersion", (one, _) -> text(one.manifest().requiredCore()))
                .text("shortName", (one, _) -> one.name())
                .choice(
                        "supportsDynamicLoad",
                        Show.DEFAULT,
                        "jenkins.YesNoMaybe",
                        DynamicLoad.class,
                        (one, _) -> one.manifest().dynamicLoad())
                .text("url", (one, _) -> one.manifest().url())
                .text("version", (one, _) -> one.version().text())
                .build();
    }

    private static Schema<PluginDependency, Reader> dependency() {
        return Schema.<PluginDependency, Reader>named("hudson.PluginWrapper$Dependency")
                .bool("optional", (one, _) -> one.optional())
                .text("shortName", (one, _) -> one.name())
                .text("version", (one, _) -> one.version().text())
                .build();
    }

    static @Nullable String text(@Nullable Version version) {
        return version == null ? null : version.text();
    }
}
