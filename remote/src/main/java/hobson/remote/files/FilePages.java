package hobson.remote.files;

import hobson.engine.item.PathSegments;
import hobson.http.Response;
import hobson.http.file.FileEntry;
import hobson.http.file.FileTree;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of files for browsers; links lead to what is shown, from the address of the list. */
final class FilePages {
    private static final int MOST = 10_000;

    private final Pages pages;

    FilePages(Pages pages) {
        this.pages = pages;
    }

    /** A relative path as it stands in an address. */
    static String encoded(String path) {
        return Stream.of(path.split("/", -1)).map(PathSegments::encode).collect(Collectors.joining("/"));
    }

    /** What is in a directory. */
    Response listing(String title, List<String> path, List<FileEntry> children) {
        return pages.page(200, title, html -> {
            html.open("ul");
            if (!path.isEmpty()) {
                html.open("li").element("a", "..", "href", "../").close();
            }
            children.stream().limit(MOST).forEach(child -> entry(html, child));
            html.close();
            if (children.size() > MOST) {
                html.element("p", (children.size() - MOST) + " more are not shown.");
            }
            html.open("p").element("a", "All files in a zip", "href", "*zip*/files.zip");
            html.text(", ").element("a", "names as text", "href", "*plain*").close();
        });
    }

    private static void entry(Html html, FileEntry child) {
        var end = child.isDirectory() ? "/" : "";
        html.open("li").element("a", child.name() + end, "href", "./" + PathSegments.encode(child.name()) + end);
        html.text(child.isDirectory() ? "" : " " + child.size() + " bytes").close();
    }

    /** The files below a directory that a pattern matches; empty when there is no such directory. */
    Optional<Response> matches(
            String title, FileTree tree, List<String> directory, String pattern, Predicate<String> wanted) {
        var found = new ArrayList<String>();
        try {
            boolean there = tree.walk(directory, (path, _, _) -> {
                if (wanted.test(path)) found.add(path);
                if (found.size() > MOST) throw new Enough();
            });
            if (!there) return Optional.empty();
        } catch (Enough _) {
            found.removeLast();
        } catch (IOException e) {
            throw new UncheckedIOException("the files could not be listed", e);
        }
        var up = "../".repeat((int) pattern.chars().filter(c -> c == '/').count());
        return Optional.of(pages.page(200, title, html -> {
            html.open("ul");
            found.forEach(path -> html.open("li")
                    .element("a", path, "href", "./" + up + encoded(path))
                    .close());
            html.close();
        }));
    }

    /** As many were found as are shown. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
