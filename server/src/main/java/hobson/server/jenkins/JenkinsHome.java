package hobson.server.jenkins;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The home of a Jenkins, only read. Symbolic links are no part of it: none is followed, wherever it leads. Used by one thread.
 *
 * @param root an absolute path without links
 */
public record JenkinsHome(Path root) {
    private static final int LARGEST_DOCUMENT = 64 * 1024 * 1024;

    /** @throws IOException with a sentence, when there is no such home */
    public static JenkinsHome open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder");
        }
        var home = new JenkinsHome(folder.toRealPath());
        if (!isFile(home.root.resolve("config.xml")) && !isFolder(home.root.resolve("jobs"))) {
            throw new IOException(folder + " is no home of a Jenkins: it has neither config.xml nor jobs");
        }
        return home;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** How a file is called in the report. */
    String name(Path file) {
        return root.relativize(file).toString();
    }

    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isFolder(Path file) {
        return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    static InputStream open(Path file, int buffer) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), buffer);
    }

    /** Empty when there is no such file. */
    static Optional<byte[]> bytes(Path file) throws IOException {
        if (!isFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > LARGEST_DOCUMENT) {
            throw new IOException("is larger than " + LARGEST_DOCUMENT + " bytes");
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** By name; none when there is no such folder. */
    static List<Path> folders(Path folder) throws IOException {
        var folders = new ArrayList<Path>();
        if (isFolder(folder)) {
            try (var entries = Files.newDirectoryStream(folder, JenkinsHome::isFolder)) {
                entries.forEach(folders::add);
            }
        }
        folders.sort(null);
        return folders;
    }
}
