package hobson.engine.plugin;

import hobson.engine.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Loads what waits for nothing but being loaded, dependencies first. */
final class PluginResolver {
    private final PluginCode code;
    private final PluginFiles files;

    PluginResolver(PluginCode code, PluginFiles files) {
        this.code = code;
        this.files = files;
    }

    /** The plugins with everything loaded that can be; the others say why they are not. */
    Map<String, Plugin> resolved(Map<String, Plugin> plugins) {
        var now = new TreeMap<>(plugins);
        boolean progress = true;
        while (progress) {
            progress = false;
            for (var plugin : List.copyOf(now.values())) {
                if (plugin.waits()) {
                    var next = attempted(plugin, now);
                    progress |= next.active();
                    now.put(plugin.name(), next);
                }
            }
        }
        return now;
    }

    private Plugin attempted(Plugin plugin, Map<String, Plugin> plugins) {
        var missing = missing(plugin.manifest(), plugins);
        if (missing.isPresent()) {
            return plugin.failed(missing.get());
        }
        try {
            return plugin.loaded(
                    code.load(plugin.manifest(), files.file(plugin.name()), loaded(plugin.manifest(), plugins)));
        } catch (Refusal refusal) {
            return plugin.failed(String.valueOf(refusal.getMessage()));
        }
    }

    private static List<PluginCode.Loaded> loaded(PluginManifest manifest, Map<String, Plugin> plugins) {
        var loaded = new ArrayList<PluginCode.Loaded>();
        for (var dependency : manifest.dependencies()) {
            var found = plugins.get(dependency.name());
            var itsCode = found == null ? null : found.code();
            if (itsCode != null) {
                loaded.add(itsCode);
            }
        }
        return loaded;
    }

    /** One sentence about the first dependency that is not there as it must be. */
    static Optional<String> missing(PluginManifest manifest, Map<String, Plugin> plugins) {
        return manifest.dependencies().stream()
                .map(dependency -> missing(manifest, dependency, plugins.get(dependency.name())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> missing(PluginManifest manifest, PluginDependency needed, @Nullable Plugin found) {
        var wants = "‘" + manifest.name() + "’ needs the plugin ‘" + needed.name() + "’ " + needed.version();
        if (found == null || found.deleted()) {
            return needed.optional() ? Optional.empty() : Optional.of(wants + ", which is not installed.");
        }
        if (!found.active()) {
            return needed.optional() ? Optional.empty() : Optional.of(wants + ", which is not active.");
        }
        return found.version().isOlderThan(needed.version())
                ? Optional.of(wants + "; there is only " + found.version() + ".")
                : Optional.empty();
    }
}
