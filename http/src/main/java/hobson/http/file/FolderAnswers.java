package hobson.http.file;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Answers about a whole directory: as a zip file, as a plain list (endpoints.md §4). */
public final class FolderAnswers {
    private FolderAnswers() {}

    /**
     * A zip file with the files below a directory, made while it is sent; always in the same order, without symbolic links.
     *
     * @param prefix in front of every name: empty, or ending in a slash
     * @param wanted chooses by the path relative to the directory
     * @return empty when there is no such directory
     */
    public static Optional<Response> zip(
            FileTree tree, List<String> directory, String prefix, Predicate<String> wanted) {
        if (tree.find(directory).filter(FileEntry::isDirectory).isEmpty()) return Optional.empty();
        return Optional.of(
                Response.ok(ContentType.ZIP, Body.stream(out -> write(tree, directory, prefix, wanted, out))));
    }

    /** One child a line, directories first and with a slash; empty when there is no such directory. */
    public static Optional<Response> plain(FileTree tree, List<String> directory) {
        return tree.list(directory).map(children -> {
            var text = new StringBuilder();
            for (var child : children) {
                text.append(child.name()).append(child.isDirectory() ? "/\n" : "\n");
            }
            return Response.ok(ContentType.TEXT, Body.text(text.toString()));
        });
    }

    private static void write(
            FileTree tree, List<String> directory, String prefix, Predicate<String> wanted, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out); // not in a try: closing it would make a broken file look complete
        tree.walk(directory, (path, entry, opening) -> {
            if (wanted.test(path)) add(prefix + path, entry, opening, zip);
        });
        zip.finish();
    }

    private static void add(String name, FileEntry entry, FileVisitor.Opening opening, ZipOutputStream zip)
            throws IOException {
        try (var channel = opening.open();
                var content = Channels.newInputStream(channel)) {
            var header = new ZipEntry(name);
            header.setLastModifiedTime(FileTime.from(entry.modified()));
            zip.putNextEntry(header);
            content.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException _) {
            // deleted since it was listed: a running build does that
        }
    }
}
