package hobson.engine.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The folder of the installed plugins. Each change is whole or not there after a crash, and on disk when the method returns.
 *
 * <pre>{@code
 * NAME.jpi             the plugin
 * NAME.jpi.disabled    empty: it is not wanted
 * NAME.bak             the version before
 * }</pre>
 */
final class PluginFiles {
    private static final String SUFFIX = ".jpi";
    private static final String DISABLED = ".disabled";
    private static final String BACKUP = ".bak";

    private final Path folder;

    PluginFiles(Path folder) {
        this.folder = folder;
    }

    /** The names of the plugins that are there; files that cannot be plugins are left alone. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .filter(PluginManifest::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the plugins could not be listed: " + folder, e);
        }
    }

    Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    Path backup(String name) {
        return folder.resolve(name + BACKUP);
    }

    boolean isEnabled(String name) {
        return Files.notExists(marker(name));
    }

    private Path marker(String name) {
        return folder.resolve(name + SUFFIX + DISABLED);
    }

    /** Puts a copy of the file in place; what was there becomes the backup. */
    void put(String name, Path plugin) {
        changing(() -> {
            Files.createDirectories(folder);
            var unfinished = folder.resolve(name + ".new");
            Files.copy(plugin, unfinished, StandardCopyOption.REPLACE_EXISTING);
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (Files.exists(file(name))) {
                Files.copy(file(name), backup(name), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    /** Takes back the last {@link #put}. */
    void restore(String name) {
        changing(() -> {
            if (Files.exists(backup(name))) {
                Files.move(backup(name), file(name), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(file(name));
            }
        });
    }

    void enable(String name, boolean wanted) {
        changing(() -> {
            if (wanted) {
                Files.deleteIfExists(marker(name));
            } else if (isEnabled(name)) {
                Files.createFile(marker(name));
            }
        });
    }

    void delete(String name) {
        changing(() -> {
            Files.deleteIfExists(file(name));
            Files.deleteIfExists(marker(name));
            Files.deleteIfExists(backup(name));
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private void changing(Work work) {
        try {
            work.run();
            try (var directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        } catch (NotDirectoryException e) {
            throw new UncheckedIOException("there is something else where the folder of the plugins belongs", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the plugins cannot be changed: " + folder, e);
        }
    }
}
