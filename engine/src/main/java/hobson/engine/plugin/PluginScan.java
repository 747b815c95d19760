package hobson.engine.plugin;

import hobson.engine.Refusal;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what is installed; a file that is no plugin of this server is logged and left out. */
final class PluginScan {
    private static final System.Logger LOG = System.getLogger(PluginScan.class.getName());

    private final PluginFormat format;
    private final PluginFiles files;

    PluginScan(PluginFormat format, PluginFiles files) {
        this.format = format;
        this.files = files;
    }

    /** By name, none of them loaded. */
    List<Plugin> plugins() {
        return files.names().stream()
                .map(this::installed)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Plugin> installed(String name) {
        try {
            var manifest = format.manifest(files.file(name));
            if (!manifest.name().equals(name)) {
                throw Refusal.badInput("it calls itself " + manifest.name());
            }
            return Optional.of(Plugin.installed(manifest, files.isEnabled(name), backupVersion(name)));
        } catch (Refusal refusal) {
            LOG.log(Level.WARNING, "The plugin {0} is left out: {1}", name, refusal.getMessage());
            return Optional.empty();
        }
    }

    private @Nullable Version backupVersion(String name) {
        try {
            var backup = files.backup(name);
            return Files.exists(backup) ? format.manifest(backup).version() : null;
        } catch (Refusal refusal) {
            return null; // it cannot be gone back to
        }
    }
}
