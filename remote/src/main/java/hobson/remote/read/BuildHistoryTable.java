package hobson.remote.read;

import hobson.engine.build.BuildSummary;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Readers;
import hobson.remote.page.Html;
import java.time.Instant;

/** {@code buildHistory/ajax}: the newest builds as rows that a client reads by their classes (clients.md, Job). */
final class BuildHistoryTable implements Handler {
    private static final int BUILDS = 30;

    private final Finders finders;
    private final Readers readers;

    BuildHistoryTable(Finders finders, Readers readers) {
        this.finders = finders;
        this.readers = readers;
    }

    @Override
    public Response handle(Request request) {
        var job = finders.visitedJob(request);
        var html = new Html().open("table");
        for (var build : job.history(readers.of(request)).newest(BUILDS)) row(html, request, job, build);
        return Response.html(200, html.close().toString());
    }

    private static void row(Html html, Request request, ShownJob job, BuildSummary build) {
        var words = Words.result(build.result());
        var image = request.link("images/16x16/" + Colour.of(build, null) + ".png");
        var address = request.link(job.job.path().url() + build.number() + "/");
        var began = Instant.ofEpochMilli(build.timestamp());
        html.open("tr", "class", "build-row").open("td", "class", "build-row-cell");
        html.single("img", "class", "icon-sm", "alt", words, "src", image);
        html.element("a", "#" + build.number(), "class", "display-name", "href", address);
        html.element("div", began.toString(), "class", "build-details", "time", Long.toString(build.timestamp()));
        html.close().close();
    }
}
