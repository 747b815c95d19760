package hobson.remote.files;

import hobson.engine.Refusal;
import hobson.engine.item.PathSegments;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.file.FileAnswers;
import hobson.http.file.FileEntry;
import hobson.http.file.FileTree;
import hobson.http.file.FolderAnswers;
import hobson.http.file.OpenFile;
import hobson.http.route.Match;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Answers below {@code artifact/} and {@code ws/}: files, directories, {@code *zip*}, {@code *view*}, {@code *plain*} and Ant
 * patterns. What builds made is never run in the browser as if it were ours (security.md §10).
 */
final class FileBrowser {
    private static final int MOST_MATCHES = 10_000;
    private static final String POLICY =
            "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';";
    private static final List<Header> SANDBOX = List.of(
            Header.constant("Content-Security-Policy", POLICY),
            Header.constant("X-WebKit-CSP", POLICY),
            Header.constant("X-Content-Security-Policy", POLICY));
    private static final Header PLAIN = ContentType.of("text/plain");

    private final Pages pages;
    private final Function<String, Predicate<String>> patterns;

    FileBrowser(Pages pages, Function<String, Predicate<String>> patterns) {
        this.pages = pages;
        this.patterns = patterns;
    }

    /**
     * What is browsed.
     *
     * @param name in front of the names in a zip file
     */
    record Root(FileTree tree, String name, String title) {}

    Response answer(Request request, Root root) {
        var asked = request.query().first("pattern").or(() -> request.query().first("path"));
        if (asked.isPresent()) {
            return Response.redirect("./" + encoded(asked.get().replaceAll("^/+", "")));
        }
        var tokens = Match.of(request).rest();
        for (int i = 0; i < tokens.size(); i++) {
            var command = command(request, root, tokens.subList(0, i), tokens.get(i));
            if (command.isPresent()) {
                return command.get();
            }
        }
        return isPattern(tokens) ? matches(root, String.join("/", tokens)) : entry(request, root, tokens);
    }

    private static String encoded(String path) {
        return List.of(path.split("/", -1)).stream().map(PathSegments::encode).collect(Collectors.joining("/"));
    }

    private static boolean isPattern(List<String> tokens) {
        return tokens.stream().anyMatch(token -> token.indexOf('*') >= 0 || token.indexOf('?') >= 0);
    }

    private Optional<Response> command(Request request, Root root, List<String> path, String token) {
        return switch (token) {
            case "*zip*" -> Optional.of(zip(root, path));
            case "*plain*" -> Optional.of(FolderAnswers.plain(root.tree(), path).orElseThrow(FileBrowser::missing));
            case "*view*" -> Optional.of(view(request, open(root, path)));
            case "*fingerprint*" -> Optional.of(fingerprint(request, open(root, path)));
            default -> Optional.empty();
        };
    }

    private Response zip(Root root, List<String> path) {
        if (isPattern(path)) {
            var wanted = patterns.apply(String.join("/", path));
            return FolderAnswers.zip(root.tree(), List.of(), "", wanted).orElseThrow(FileBrowser::missing);
        }
        var prefix = (path.isEmpty() ? root.name() : path.getLast()) + "/";
        return FolderAnswers.zip(root.tree(), path, prefix, _ -> true).orElseThrow(FileBrowser::missing);
    }

    private static Response view(Request request, OpenFile file) {
        return FileAnswers.answer(request, file, PLAIN)
                .with("Content-Disposition", "inline; filename=" + file.name().replaceAll("[\\p{Cntrl}\"\\\\;]", "_"))
                .with(SANDBOX);
    }

    private static Response fingerprint(Request request, OpenFile file) {
        try (file) {
            return Response.redirect(request.link("fingerprint/" + Md5.of(file.channel()) + "/"));
        } catch (IOException e) {
            throw new UncheckedIOException("‘" + file.name() + "’ could not be read", e);
        }
    }

    private static OpenFile open(Root root, List<String> path) {
        return root.tree().open(path).orElseThrow(FileBrowser::missing);
    }

    private Response entry(Request request, Root root, List<String> path) {
        var entry = root.tree().find(path).orElseThrow(FileBrowser::missing);
        if (!entry.isDirectory()) {
            return FileAnswers.answer(request, open(root, path)).with(SANDBOX);
        }
        if (!request.path().slashed()) {
            return Response.redirect(request.link(
                    request.path().canonical().substring(request.contextPath().length()) + "/"));
        }
        var children = root.tree().list(path).orElseThrow(FileBrowser::missing);
        return pages.page(200, title(root, path), html -> listing(html, path, children));
    }

    private static String title(Root root, List<String> path) {
        return path.isEmpty() ? root.title() : root.title() + ": " + String.join("/", path);
    }

    private static void listing(Html html, List<String> path, List<FileEntry> children) {
        html.open("ul");
        if (!path.isEmpty()) {
            html.open("li").element("a", "..", "href", "../").close();
        }
        for (var child : children) {
            var end = child.isDirectory() ? "/" : "";
            html.open("li").element("a", child.name() + end, "href", "./" + PathSegments.encode(child.name()) + end);
            html.text(child.isDirectory() ? "" : " " + child.size() + " bytes").close();
        }
        html.close();
        html.open("p")
                .element("a", "All files in a zip", "href", "*zip*/files.zip")
                .close();
    }

    private Response matches(Root root, String pattern) {
        var wanted = patterns.apply(pattern);
        var found = new ArrayList<String>();
        try {
            root.tree().walk(List.of(), (path, _, _) -> {
                if (found.size() < MOST_MATCHES && wanted.test(path)) {
                    found.add(path);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the files could not be listed", e);
        }
        var up = "../".repeat((int) pattern.chars().filter(c -> c == '/').count());
        return pages.page(200, root.title() + ": " + pattern, html -> {
            html.open("ul");
            found.forEach(path -> html.open("li")
                    .element("a", path, "href", "./" + up + encoded(path))
                    .close());
            html.close();
        });
    }

    private static Refusal missing() {
        return Refusal.notFound("there is no such file");
    }
}
