package hobson.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a file goes whose name somebody else has chosen. */
final class SafePath {
    private SafePath() {}

    /**
     * The file of that path below a folder. Makes the folders between, and follows no link out of the folder.
     *
     * @param path with slashes
     * @throws IllegalArgumentException when it would be elsewhere
     */
    static Path below(Path folder, String path) {
        try {
            Files.createDirectories(folder);
            var root = folder.toRealPath();
            var file = root;
            for (var name : path.split("/", -1)) {
                if (isUnsafe(name)) {
                    throw outside(path);
                }
                if (!Files.isDirectory(file)) {
                    Files.createDirectory(file);
                }
                if (!file.toRealPath().startsWith(root)) {
                    throw outside(path); // somebody has put a link there
                }
                file = file.resolve(name);
            }
            return file;
        } catch (InvalidPathException e) {
            throw outside(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for " + path + ": " + e.getMessage(), e);
        }
    }

    private static boolean isUnsafe(String name) {
        return name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.indexOf('\\') >= 0
                || (name.indexOf(':') >= 0 && java.io.File.separatorChar == '\\')
                || name.chars().anyMatch(c -> c < ' ');
    }

    private static IllegalArgumentException outside(String path) {
        return new IllegalArgumentException("\"" + path + "\" is not written: it would leave the folder.");
    }
}
