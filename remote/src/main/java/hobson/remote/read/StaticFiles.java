package hobson.remote.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.HttpDate;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.file.FileAnswers;
import hobson.http.route.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Files that browsers and crawlers ask for by themselves, open to all (remote-api.md §9.3). */
final class StaticFiles {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Header PLAIN = ContentType.of("text/plain");
    private static final Header ICON = ContentType.of("image/x-icon");
    private static final Header SVG = ContentType.of("image/svg+xml");
    private static final String ROBOTS = """
            # Builds are started by people and programs, not by crawlers.
            User-agent: *
            Disallow: /
            """;
    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#335577"/>\
            <path d="M5 4v8M11 4v8M5 8h6" stroke="#fff" stroke-width="2" fill="none"/></svg>
            """;

    private final InstantSource clock;
    private final Instant started;

    /** @param clock now is when the files were made, as clients see it: a newer program may bring newer ones */
    StaticFiles(InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    void addTo(Place root) {
        var robots = ROBOTS.getBytes(UTF_8);
        var drawing = DRAWING.getBytes(UTF_8);
        var icon = icon();
        root.any("robots.txt", request -> answer(request, robots, PLAIN))
                .any("favicon.ico", request -> answer(request, icon, ICON))
                .any("favicon.svg", request -> answer(request, drawing, SVG));
    }

    private Response answer(Request request, byte[] content, Header type) {
        boolean versioned = request.path().tokens().getFirst().equals("static");
        var expires = clock.instant().plus(versioned ? YEAR : DAY);
        return FileAnswers.answer(request, content, type, started).with("Expires", HttpDate.format(expires));
    }

    private static byte[] icon() {
        try (var in = StaticFiles.class.getResourceAsStream("favicon.ico")) {
            if (in == null) throw new IllegalStateException("favicon.ico is missing in the jar");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
