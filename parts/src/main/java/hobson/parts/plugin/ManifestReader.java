package hobson.parts.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.DynamicLoad;
import hobson.engine.plugin.PluginDependency;
import hobson.engine.plugin.PluginManifest;
import hobson.engine.plugin.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a plugin's manifest (plugins-and-update-center.md §2). */
final class ManifestReader {
    private final Attributes attributes;

    ManifestReader(Attributes attributes) {
        this.attributes = attributes;
    }

    /** Whether it names the server that it was made for. */
    boolean isOfJenkins() {
        return first("Jenkins-Version", "Hudson-Version", "Plugin-Version") != null;
    }

    /** Empty when it does not say. */
    String name() {
        var name = first("Short-Name", "Extension-Name");
        return name == null ? "" : name;
    }

    PluginManifest read() {
        if (name().isEmpty()) {
            throw Refusal.badInput("The plugin does not say its name: the attribute Short-Name of its manifest does.");
        }
        var version = first("Plugin-Version", "Implementation-Version");
        if (version == null) {
            throw Refusal.badInput(
                    "The plugin ‘" + name() + "’ does not say its version: Plugin-Version of its manifest does.");
        }
        var title = first("Long-Name");
        var core = first("Jenkins-Version", "Hudson-Version");
        return new PluginManifest(
                name(),
                title == null ? name() : title,
                new Version(version.split("\\s", 2)[0]),
                first("Url"),
                core == null ? null : new Version(core),
                dependencies(),
                dynamicLoad());
    }

    private @Nullable String first(String... names) {
        for (var name : names) {
            var value = attributes.getValue(name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    private DynamicLoad dynamicLoad() {
        var text = first("Support-Dynamic-Loading");
        if (text == null) {
            return DynamicLoad.MAYBE;
        }
        return Boolean.parseBoolean(text) ? DynamicLoad.YES : DynamicLoad.NO;
    }

    private List<PluginDependency> dependencies() {
        var text = first("Plugin-Dependencies");
        var dependencies = new ArrayList<PluginDependency>();
        for (var one : text == null ? new String[0] : text.split(",", -1)) {
            dependencies.add(dependency(one.strip()));
        }
        return dependencies;
    }

    /** {@code name:version;resolution:=optional}. */
    private PluginDependency dependency(String text) {
        var words = text.split(";", -1);
        int colon = words[0].indexOf(':');
        if (colon < 1 || colon == words[0].length() - 1) {
            throw Refusal.badInput("The plugin ‘" + name() + "’ needs ‘" + text + "’, which is not name:version.");
        }
        boolean optional = false;
        for (int i = 1; i < words.length; i++) {
            optional |= words[i].strip().equals("resolution:=optional");
        }
        return new PluginDependency(
                words[0].substring(0, colon).strip(),
                new Version(words[0].substring(colon + 1).strip()),
                optional);
    }
}
