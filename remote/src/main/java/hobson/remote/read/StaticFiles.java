package hobson.remote.read;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Response;
import hobson.http.route.Place;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Files that browsers and crawlers ask for by themselves. */
final class StaticFiles {
    private static final Header DAY = Header.constant("Cache-Control", "public,max-age=86400");
    private static final Header PLAIN = ContentType.of("text/plain");
    private static final Header ICON = ContentType.of("image/x-icon");
    private static final String ROBOTS = """
            # Builds are started by people and programs, not by crawlers.
            User-agent: *
            Disallow: /
            """;

    private StaticFiles() {}

    static void addTo(Place root) {
        var robots = Response.ok(PLAIN, Body.text(ROBOTS)).with(DAY);
        var icon = Response.ok(ICON, Body.bytes(icon())).with(DAY);
        root.get("robots.txt", _ -> robots).get("favicon.ico", _ -> icon);
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
