package hobson.remote.build;

import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.parameter.ParameterValue;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.RouteOption;
import hobson.remote.RouteGroup;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.read.Colour;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.util.List;
import java.util.function.Consumer;

/** Pages about one side of a build: what it was given, what it made ({@code endpoints.md §5}). */
public final class BuildFacts implements RouteGroup {
    private static final int MOST = 500;

    private final FingerprintStore fingerprints;
    private final Targets targets;
    private final Pages pages;

    public BuildFacts(FingerprintStore fingerprints, Targets targets, Pages pages) {
        this.fingerprints = fingerprints;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.build
                .any("buildStatus", this::status, RouteOption.LEAF)
                .get("parameters", this::parameters)
                .get("fingerprints", this::fingerprints);
    }

    /** Where a picture of the result would be; of a build that runs, that of the one before moves. */
    private Response status(Request request) {
        var job = targets.job(request);
        var build = targets.build(request);
        var before = targets.history(job, request).before(build.number());
        return Response.redirect(request.link("images/48x48/" + Colour.of(build.summary(), before) + ".png"));
    }

    private Response parameters(Request request) {
        var values = targets.build(request).parameters();
        if (values == null || !isPage(request)) return pages.notFound(request);
        return page(request, "Parameters", html -> table(html, values));
    }

    private static void table(Html html, List<ParameterValue> values) {
        html.open("table").open("tbody");
        for (var value : values) {
            html.open("tr").element("th", value.name(), "scope", "row");
            html.open("td").element("pre", text(value)).close().close();
        }
        html.close().close();
    }

    private static String text(ParameterValue value) {
        return switch (value) {
            case ParameterValue.Line(var _, var line) -> line;
            case ParameterValue.Text(var _, var lines) -> lines;
            case ParameterValue.Flag(var _, var flag) -> Boolean.toString(flag);
            case ParameterValue.Password _ -> "••••••••";
            case ParameterValue.File(var _, var fileName, var _) -> fileName;
            case ParameterValue.Credentials(var _, var id, var _) -> id;
            case ParameterValue.Run(var _, var job, var number) -> job + " #" + number;
        };
    }

    private Response fingerprints(Request request) {
        var build = targets.build(request);
        var files = fingerprints.of(build.jobId(), build.number());
        if (files.isEmpty() || !isPage(request)) return pages.notFound(request);
        return page(request, "Recorded Fingerprints", html -> {
            html.open("ul");
            files.stream()
                    .limit(MOST)
                    .forEach(file -> html.open("li")
                            .element("a", file.fileName(), "href", request.link("fingerprint/" + file.md5() + "/"))
                            .close());
            html.close();
            if (files.size() > MOST) html.element("p", "and " + (files.size() - MOST) + " more");
        });
    }

    private static boolean isPage(Request request) {
        return Match.of(request).rest().isEmpty();
    }

    private Response page(Request request, String what, Consumer<Html> body) {
        var title = targets.job(request).label() + " " + targets.build(request).label() + " " + what;
        return pages.page(200, title, html -> {
            body.accept(html);
            up(html, request.path().slashed() ? "../" : "./", "The build");
        });
    }

    private static void up(Html html, String address, String name) {
        html.open("p").element("a", name, "href", address).close();
    }
}
