package hobson.remote.feed;

import hobson.engine.build.BuildSummary;
import hobson.engine.item.Job;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.read.Colour;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** The state of jobs for tools that show it with lights: {@code cc.xml} (remote-api.md §9.2). */
final class BuildLights {
    private static final Header XML = ContentType.of("text/xml;charset=utf-8");

    private BuildLights() {}

    /** @param fullName with the names of the folders that a job is in */
    static Response answer(Owner owner, String root, Function<Job, String> fullName) {
        var xml = new StringBuilder("<Projects>");
        for (var job : owner.jobs()) {
            var completed = job.completed();
            if (completed != null)
                project(xml, job, completed, root + job.path().url(), fullName.apply(job));
        }
        return Response.ok(XML, Body.text(xml.append("</Projects>").toString()).compressible());
    }

    private static void project(StringBuilder xml, Job job, BuildSummary completed, String address, String name) {
        xml.append("<Project");
        attribute(xml, "activity", job.building() ? "Building" : "Sleeping");
        attribute(xml, "lastBuildStatus", status(job));
        attribute(xml, "lastBuildLabel", Integer.toString(completed.number()));
        attribute(xml, "webUrl", address);
        attribute(xml, "name", name);
        var time = Instant.ofEpochMilli(completed.timestamp()).truncatedTo(ChronoUnit.SECONDS);
        attribute(xml, "lastBuildTime", time.toString());
        xml.append("></Project>");
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"');
    }

    private static String status(Job job) {
        return switch (Colour.of(job)) {
            case "blue", "blue_anime" -> "Success";
            case "red", "red_anime", "yellow", "yellow_anime", "aborted", "aborted_anime" -> "Failure";
            default -> "Unknown";
        };
    }
}
