package hobson.remote.files;

import hobson.engine.Refusal;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.file.FileAnswers;
import hobson.http.file.FileTree;
import hobson.http.file.FolderAnswers;
import hobson.http.file.OpenFile;
import hobson.http.route.Match;
import hobson.remote.page.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers below {@code artifact/}, {@code ws/} and {@code userContent/}: files, directories, {@code *zip*}, {@code *view*},
 * {@code *plain*}, {@code *fingerprint*} and Ant patterns. What builds made is never run in the browser as if it were ours
 * (security.md §10).
 */
final class FileBrowser {
    private static final String POLICY =
            "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';";
    private static final List<Header> SANDBOX = List.of(
            Header.constant("Content-Security-Policy", POLICY),
            Header.constant("X-WebKit-CSP", POLICY),
            Header.constant("X-Content-Security-Policy", POLICY));
    private static final Header PLAIN = ContentType.of("text/plain");

    private final FilePages pages;
    private final FingerprintPage fingerprints;
    private final Function<String, Predicate<String>> patterns;

    FileBrowser(Pages pages, FingerprintPage fingerprints, Function<String, Predicate<String>> patterns) {
        this.pages = new FilePages(pages);
        this.fingerprints = fingerprints;
        this.patterns = patterns;
    }

    /**
     * What is browsed.
     *
     * @param name in front of the names in a zip file
     */
    record Root(FileTree tree, String name, String title) {}

    /** A path in two: a place that is there by that name, and a pattern for what is below it. */
    private record Asked(List<String> base, String pattern) {}

    Response answer(Request request, Root root) {
        var parameter =
                request.query().first("pattern").or(() -> request.query().first("path"));
        if (parameter.isPresent()) {
            return Response.redirect("./" + FilePages.encoded(parameter.get().replaceAll("^/+", "")));
        }
        var tokens = Match.of(request).rest();
        for (int i = 0; i < tokens.size(); i++) {
            var command = command(request, root, tokens.subList(0, i), tokens.get(i));
            if (command.isPresent()) {
                return command.get();
            }
        }
        var asked = asked(root, tokens);
        return asked.pattern().isEmpty() ? entry(request, root, tokens) : matches(root, asked);
    }

    /** A star or a question mark makes a pattern, unless something is called like that. */
    private static Asked asked(Root root, List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean wild = tokens.get(i).indexOf('*') >= 0 || tokens.get(i).indexOf('?') >= 0;
            if (wild && root.tree().find(tokens.subList(0, i + 1)).isEmpty()) {
                return new Asked(tokens.subList(0, i), String.join("/", tokens.subList(i, tokens.size())));
            }
        }
        return new Asked(tokens, "");
    }

    private Optional<Response> command(Request request, Root root, List<String> path, String token) {
        return switch (token) {
            case "*zip*" -> Optional.of(zip(root, asked(root, path)));
            case "*plain*" -> Optional.of(FolderAnswers.plain(root.tree(), path).orElseThrow(FileBrowser::missing));
            case "*view*" -> Optional.of(view(request, open(root, path)));
            case "*fingerprint*" -> Optional.of(fingerprint(request, open(root, path)));
            default -> Optional.empty();
        };
    }

    private Response zip(Root root, Asked asked) {
        var base = asked.base();
        if (!asked.pattern().isEmpty()) {
            return FolderAnswers.zip(root.tree(), base, "", patterns.apply(asked.pattern()))
                    .orElseThrow(FileBrowser::missing);
        }
        var prefix = (base.isEmpty() ? root.name() : base.getLast()) + "/";
        return FolderAnswers.zip(root.tree(), base, prefix, _ -> true).orElseThrow(FileBrowser::missing);
    }

    private static Response view(Request request, OpenFile file) {
        return FileAnswers.answer(request, file, PLAIN)
                .with("Content-Disposition", "inline; filename=" + file.name().replaceAll("[\\p{Cntrl}\"\\\\;]", "_"))
                .with(SANDBOX);
    }

    private Response fingerprint(Request request, OpenFile file) {
        try (file) {
            return fingerprints.answer(request, Md5.of(file.channel()));
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
            return Response.redirect(request.path().canonical() + "/");
        }
        return pages.listing(title(root, path), path, root.tree().list(path).orElseThrow(FileBrowser::missing));
    }

    private static String title(Root root, List<String> path) {
        return path.isEmpty() ? root.title() : root.title() + ": " + String.join("/", path);
    }

    private Response matches(Root root, Asked asked) {
        var title = title(root, asked.base()) + ": " + asked.pattern();
        return pages.matches(title, root.tree(), asked.base(), asked.pattern(), patterns.apply(asked.pattern()))
                .orElseThrow(FileBrowser::missing);
    }

    private static Refusal missing() {
        return Refusal.notFound("there is no such file");
    }
}
