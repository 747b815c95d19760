package hobson.parts.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.PluginCode;
import hobson.engine.plugin.PluginManifest;
import hobson.parts.Part;
import hobson.parts.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;

/** Gives the parts of plugins to {@link Parts}. */
public final class PluginLoader implements PluginCode {
    private final Parts parts;
    private final ApiClassLoader api;

    public PluginLoader(Parts parts) {
        this.parts = parts;
        this.api = new ApiClassLoader(PluginLoader.class.getClassLoader());
    }

    @Override
    public Loaded load(PluginManifest manifest, Path file, List<Loaded> dependencies) {
        try {
            var needed = dependencies.stream()
                    .map(one -> ((LoadedPlugin) one).loader())
                    .toList();
            var loader = new PluginClassLoader(manifest.name(), file.toUri().toURL(), api, needed);
            var found = parts(loader);
            if (found.isEmpty()) {
                throw Refusal.badInput("The plugin ‘" + manifest.name() + "’ has no parts.");
            }
            return new LoadedPlugin(found, loader, new ZipFile(file.toFile()));
        } catch (ServiceConfigurationError | LinkageError e) {
            throw failed(manifest.name(), e);
        } catch (IOException e) {
            throw failed(manifest.name(), e);
        }
    }

    private static List<Part> parts(PluginClassLoader loader) {
        return ServiceLoader.load(Part.class, loader).stream()
                .map(provider -> (Part) new GuardedPart(provider.get()))
                .toList();
    }

    private static Refusal failed(String name, Throwable e) {
        var cause = e.getCause();
        return Refusal.conflict("The plugin ‘" + name + "’ cannot be loaded: " + e.getMessage()
                + (cause == null ? "" : " (" + cause + ")") + ".");
    }

    @Override
    public void use(List<Loaded> plugins) {
        try {
            parts.use(plugins.stream()
                    .flatMap(plugin -> ((LoadedPlugin) plugin).parts().stream())
                    .toList());
        } catch (IllegalArgumentException e) {
            throw Refusal.conflict("The plugin cannot be used: " + e.getMessage() + ".");
        }
    }
}
