package hobson.remote.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.page.Pages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of colours that {@code buildStatus} leads to, and dashboards show: {@code images/48x48/blue.png} ({@code endpoints.md §5}).
 * What is sent is a drawing, whatever the name ends in: it fits every size.
 */
final class StatusImages {
    private static final Map<String, String> PAINT = Map.of(
            "blue", "#3b6ea5",
            "yellow", "#d9a400",
            "red", "#c4314b",
            "aborted", "#8a8a8a",
            "disabled", "#b5b5b5",
            "notbuilt", "#b5b5b5");
    private static final Header SVG = ContentType.of("image/svg+xml");
    private static final String RUNNING = "_anime";

    private final Pages pages;

    StatusImages(Pages pages) {
        this.pages = pages;
    }

    void addTo(Place root) {
        root.get("images", this::image);
    }

    private Response image(Request request) {
        var path = Match.of(request).rest();
        var drawing = path.isEmpty() ? null : drawing(path.getLast());
        if (drawing == null) return pages.notFound(request);
        return Response.ok(SVG, Body.bytes(drawing.getBytes(UTF_8))).with("Cache-Control", "public, max-age=86400");
    }

    private static @Nullable String drawing(String file) {
        var name = file.substring(0, Math.max(0, file.lastIndexOf('.')));
        boolean running = name.endsWith(RUNNING);
        var paint = PAINT.get(running ? name.substring(0, name.length() - RUNNING.length()) : name);
        return paint == null ? null : drawing(paint, running);
    }

    private static String drawing(String paint, boolean running) {
        var motion = running
                ? "<animate attributeName=\"opacity\" values=\"1;.3;1\" dur=\"2s\" repeatCount=\"indefinite\"/>"
                : "";
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"7\" fill=\""
                + paint + "\">" + motion + "</circle></svg>";
    }
}
