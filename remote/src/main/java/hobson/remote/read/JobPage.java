package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.JobDefinition.UnknownPart;
import hobson.engine.user.Permission;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Readers;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.time.Instant;
import java.util.List;

/** The page of a job: its state, its newest builds, a button to build it. */
final class JobPage implements Handler {
    private static final int BUILDS = 30;

    private final ReadServices services;
    private final Finders finders;
    private final Readers readers;
    private final Pages pages;

    JobPage(ReadServices services, Finders finders, Readers readers, Pages pages) {
        this.services = services;
        this.finders = finders;
        this.readers = readers;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        var job = finders.visitedJob(request);
        var reader = readers.of(request);
        return pages.page(200, job.job.label(), html -> write(html, request, job, reader));
    }

    private void write(Html html, Request request, ShownJob job, Reader reader) {
        var definition = job.definition(reader);
        if (definition.description() != null) html.element("p", definition.description());
        html.element("p", "State: " + Words.state(job.job) + ". " + health(job, reader));
        unknown(html, definition.unknown());
        if (job.job.buildable() && reader.may(Permission.JOB_BUILD, job.job)) {
            var action = definition.parameterized() ? "buildWithParameters?delay=0sec" : "build?delay=0sec";
            var label = definition.parameterized() ? "Build with the default values" : "Build now";
            pages.form(html, request, action, fields -> fields.element("button", label, "type", "submit"));
        }
        builds(html, job, reader);
        html.open("nav", "aria-label", "Job").open("ul");
        if (reader.may(Permission.JOB_EXTENDED_READ, job.job)) ListPage.item(html, "config.xml", "Configuration");
        ListPage.item(html, "rssAll", "Feed of builds");
        ListPage.item(html, "api/", "API");
        ListPage.item(html, request.link(""), "All jobs");
        html.close().close();
    }

    private static String health(ShownJob job, Reader reader) {
        var reports = HealthReport.of(job, reader);
        return reports.isEmpty() ? "" : reports.getFirst().description();
    }

    private static void unknown(Html html, List<UnknownPart> parts) {
        if (parts.isEmpty()) return;
        html.element("p", "This server does not know these parts of the job; they are kept and do nothing:")
                .open("ul");
        parts.forEach(part -> html.element("li", part.role() + " " + part.element()));
        html.close();
    }

    private void builds(Html html, ShownJob job, Reader reader) {
        var newest = job.history(reader).newest(BUILDS);
        html.element("h2", "Builds");
        if (newest.isEmpty())
            html.element("p", services.queue().isWaiting(job.job.id()) ? "The first one waits." : "None yet.");
        html.open(
                "ol",
                "reversed",
                "",
                "start",
                newest.isEmpty() ? "0" : Integer.toString(newest.getFirst().number()));
        for (var build : newest) {
            var number = Integer.toString(build.number());
            html.open("li", "value", number).element("a", "#" + number, "href", number + "/");
            html.text(" " + Words.result(build.result()) + ", " + Instant.ofEpochMilli(build.timestamp()) + ", ");
            html.element("a", "console", "href", number + "/consoleText").close();
        }
        html.close();
    }
}
