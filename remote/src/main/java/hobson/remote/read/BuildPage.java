package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.Build;
import hobson.engine.item.PathSegments;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Readers;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.time.Instant;
import java.util.List;

/** The page of a build: what became of it, why it ran, where its console and its files are. */
final class BuildPage implements Handler {
    private static final int FILES = 500;

    private final ReadServices services;
    private final Finders finders;
    private final Readers readers;
    private final Pages pages;
    private final Causes causes;

    BuildPage(ReadServices services, Finders finders, Readers readers, Pages pages) {
        this.services = services;
        this.finders = finders;
        this.readers = readers;
        this.pages = pages;
        this.causes = new Causes(services.users());
    }

    @Override
    public Response handle(Request request) {
        var build = finders.visitedBuild(request);
        var reader = readers.of(request);
        return pages.page(200, BuildSchemas.fullName(build, reader), html -> write(html, build, reader));
    }

    private void write(Html html, ShownBuild shown, Reader reader) {
        var build = shown.record(reader);
        if (build.description() != null) html.element("p", build.description());
        html.element("p", sentence(build)).open("ul");
        build.causes().forEach(cause -> html.element("li", causes.description(cause)));
        html.close();
        files(html, services.artifacts().of(shown.id()));
        html.open("nav", "aria-label", "Build").open("ul");
        ListPage.item(html, "consoleText", "Console");
        if (build.tests() != null) ListPage.item(html, "testReport/", "Tests");
        if (build.parameters() != null) ListPage.item(html, "parameters/", "Parameters");
        ListPage.item(html, "api/", "API");
        ListPage.item(html, "../", shown.job.job.label());
        html.close().close();
    }

    private static String sentence(Build build) {
        var since = Instant.ofEpochMilli(build.timestamp());
        return build.building()
                ? "Building since " + since + "."
                : "Ended with " + Words.result(build.result()) + " after " + TimeSpan.of(build.duration())
                        + "; begun at " + since + ".";
    }

    private static void files(Html html, List<String> paths) {
        if (paths.isEmpty()) return;
        html.element("h2", "Files").open("ul");
        paths.stream().limit(FILES).forEach(path -> ListPage.item(html, "artifact/" + address(path), path));
        html.close();
        if (paths.size() > FILES) html.element("p", "and " + (paths.size() - FILES) + " more");
    }

    private static String address(String path) {
        var names = path.split("/", -1);
        for (int i = 0; i < names.length; i++) names[i] = PathSegments.encode(names[i]);
        return String.join("/", names);
    }
}
