package hobson.server.jenkins;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
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

    /** Says so when the folder is a link, which is not followed: much may be missing then. */
    void noteLink(Path folder, ImportReport report) {
        if (Files.isSymbolicLink(folder)) {
            report.note(name(folder), "is a link, and links are not followed: put the folder itself there");
        }
    }

    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isFolder(Path file) {
        return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A file or folder cannot be read: it belongs to somebody else, is too large, or the disk fails. The message says so. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        private static Unreadable of(IOException e) {
            return new Unreadable(
                    e instanceof AccessDeniedException ? "may not be read by this account" : "cannot be read: " + e);
        }
    }

    /** @throws Unreadable it cannot be opened */
    static InputStream open(Path file, int buffer) throws Unreadable {
        try {
            return new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), buffer);
        } catch (IOException e) {
            throw Unreadable.of(e);
        }
    }

    /** Empty when there is no such file. */
    static Optional<byte[]> bytes(Path file) throws Unreadable {
        if (!isFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var bytes = in.readNBytes(LARGEST_DOCUMENT + 1);
            if (bytes.length > LARGEST_DOCUMENT) {
                throw new Unreadable("is larger than " + LARGEST_DOCUMENT + " bytes");
            }
            return Optional.of(bytes);
        } catch (Unreadable e) {
            throw e;
        } catch (IOException e) {
            throw Unreadable.of(e);
        }
    }

    /** By name; none when there is no such folder. */
    static List<Path> folders(Path folder) throws Unreadable {
        return entries(folder, JenkinsHome::isFolder);
    }

    /** By name; none when there is no such folder. */
    static List<Path> files(Path folder) throws Unreadable {
        return entries(folder, JenkinsHome::isFile);
    }

    private static List<Path> entries(Path folder, DirectoryStream.Filter<Path> filter) throws Unreadable {
        var found = new ArrayList<Path>();
        if (isFolder(folder)) {
            try (var entries = Files.newDirectoryStream(folder, filter)) {
                entries.forEach(found::add);
            } catch (IOException e) {
                throw Unreadable.of(e);
            } catch (DirectoryIteratorException e) {
                throw Unreadable.of(new IOException(e));
            }
        }
        found.sort(null);
        return found;
    }
}
