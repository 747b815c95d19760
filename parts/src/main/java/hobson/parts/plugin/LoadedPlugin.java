package hobson.parts.plugin;

import hobson.engine.plugin.PluginCode;
import hobson.parts.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * The code of a plugin. Neither the class loader nor the jar is ever closed by hand: builds that began with the plugin may need it
 * after it was disabled, and both close themselves when nobody has the plugin any more.
 */
record LoadedPlugin(List<Part> parts, PluginClassLoader loader, ZipFile jar) implements PluginCode.Loaded {
    LoadedPlugin {
        parts = List.copyOf(parts);
    }

    @Override
    public Optional<PluginCode.Resource> resource(List<String> path) throws IOException {
        var name = String.join("/", path);
        if (path.isEmpty() || path.getFirst().endsWith("-INF") || name.endsWith(".class")) {
            return Optional.empty();
        }
        var entry = jar.getEntry(name);
        if (entry == null || entry.isDirectory() || entry.getSize() < 0) {
            return Optional.empty();
        }
        return Optional.of(new PluginCode.Resource(path.getLast(), entry.getSize(), jar.getInputStream(entry)));
    }
}
