package hobson.remote.console;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.Builds;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.http.route.RouteOption;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The console of a build in every form ({@code remote-api.md §8}). Memory does not grow with the log. */
public final class Consoles implements RouteGroup {
    private static final Header MORE_DATA = Header.constant("X-More-Data", "true");
    private static final int TAIL = 150 * 1024;

    /** Below it a body is made in memory and has a {@code Content-Length}; above it may be compressed. */
    private static final int SMALL = 4_096;

    private final Builds builds;
    private final Targets targets;
    private final Pages pages;

    public Consoles(Builds builds, Targets targets, Pages pages) {
        this.builds = builds;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        var log = new Place("log");
        places.build.child("logText", log);
        log.index(request -> page(request, TAIL, "../"))
                .any("progressiveText", request -> progressive(request, ConsoleCopy.Form.TEXT))
                .any("progressText", request -> progressive(request, ConsoleCopy.Form.TEXT))
                .any("progressiveHtml", request -> progressive(request, ConsoleCopy.Form.HTML));
        places.build
                .any("progressiveLog", request -> progressive(request, ConsoleCopy.Form.TEXT))
                .any("consoleText", this::text)
                .get("console", request -> page(request, TAIL, "./"), RouteOption.LEAF)
                .get("consoleFull", request -> page(request, Long.MAX_VALUE, "./"), RouteOption.LEAF);
    }

    private Path file(Build build) {
        return builds.folders().log(build.jobId(), build.number());
    }

    private Response progressive(Request request, ConsoleCopy.Form form) {
        var build = targets.build(request);
        long start = start(request);
        var type = form == ConsoleCopy.Form.HTML ? ContentType.HTML : ContentType.TEXT;
        var file = file(build);
        if (!Files.exists(file)) {
            return Response.of(200, type, Body.EMPTY).with("X-Text-Size", "0").with(MORE_DATA);
        }
        try {
            boolean more = build.inProgress();
            var slice = more ? LogSlice.ofRunning(file, start) : LogSlice.ofFinished(file, start);
            var answer = Response.of(200, type, body(slice, form)).with("X-Text-Size", Long.toString(slice.next()));
            return more ? answer.with(MORE_DATA) : answer;
        } catch (IOException e) {
            throw new UncheckedIOException("the log of build " + build.number() + " could not be read: " + file, e);
        }
    }

    private static long start(Request request) {
        var text = request.parameter("start").orElse("0");
        try {
            long start = Long.parseLong(text);
            if (start >= 0) {
                return start;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.badInput("start is the number of bytes to skip, not ‘" + text + "’");
    }

    private static Body body(LogSlice slice, ConsoleCopy.Form form) throws IOException {
        if (slice.length() <= SMALL) {
            var bytes = new ByteArrayOutputStream((int) slice.length() + 512);
            slice.copy(bytes, form);
            return Body.bytes(bytes.toByteArray());
        }
        return Body.stream(out -> slice.copy(out, form)).compressible();
    }

    private Response text(Request request) {
        var file = file(targets.build(request));
        try {
            var body = Files.exists(file) ? body(LogSlice.whole(file), ConsoleCopy.Form.RAW) : Body.EMPTY;
            return Response.ok(ContentType.TEXT, body);
        } catch (IOException e) {
            throw new UncheckedIOException("the log could not be read: " + file, e);
        }
    }

    /** The end of the log for a person; a running build's page comes again by itself. */
    private Response page(Request request, long tail, String up) {
        var job = targets.job(request);
        var build = targets.build(request);
        var file = file(build);
        var title = job.path().fullName() + " " + build.label() + " Console";
        var page = pages.pageOfText(
                title,
                html -> {
                    html.open("p").element("a", "Back to the build", "href", up).text(", ");
                    html.element("a", "Plain text", "href", up + "consoleText").close();
                },
                out -> {
                    if (Files.exists(file)) LogSlice.tail(file, tail).copy(out, ConsoleCopy.Form.HTML);
                });
        return build.inProgress() ? page.with("Refresh", "5") : page;
    }
}
