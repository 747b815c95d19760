package hobson.remote.test;

import hobson.engine.Reader;
import hobson.engine.Refusal;
import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import hobson.export.Schema;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.Api;
import hobson.remote.api.Finder;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code testReport} of builds, down to the single test, and {@code test} of jobs. */
public final class TestRoutes implements RouteGroup {
    private final Builds builds;
    private final Targets targets;
    private final Api api;
    private final TestPages html;
    private final TestSchemas schemas = new TestSchemas();

    public TestRoutes(Builds builds, Targets targets, Api api, Pages pages) {
        this.builds = builds;
        this.targets = targets;
        this.api = api;
        this.html = new TestPages(pages);
    }

    @Override
    public void addTo(Places places) {
        var report = new Place("report of tests");
        var ofPackage = new Place("package of tests");
        var ofClass = new Place("class of tests");
        var test = new Place("test");
        places.build.child("testReport", report);
        report.child("junit", report).child("{package}", ofPackage);
        ofPackage.child("{class}", ofClass);
        ofClass.child("{test}", test);
        at(report, schemas.report, this::report).index(request -> html.report(title(request), find(request)));
        at(ofPackage, schemas.ofPackage, this::ofPackage)
                .index(request -> html.ofPackage(title(request), findPackage(find(request), request)));
        at(ofClass, schemas.ofClass, this::ofClass)
                .index(request -> html.ofClass(title(request), findClass(find(request), request)));
        at(test, schemas.ofTest(), this::test)
                .index(request -> html.test(title(request), findTest(find(request), request)));
        places.job.get("test", this::trend);
    }

    private Place at(Place place, Schema<?, Reader> schema, Finder finder) {
        api.at(place, Shows.these(schema), finder);
        return place.exists(request -> {
            finder.find(request, api.readers().of(request));
            return true;
        });
    }

    private Shown<?> report(Request request, Reader reader) {
        reader.loading().run();
        return new Shown<>(schemas.report, find(request));
    }

    private Shown<?> ofPackage(Request request, Reader reader) {
        reader.loading().run();
        var report = find(request);
        var token = Match.of(request).capture("package");
        return new Shown<>(
                schemas.ofPackage, new TestSchemas.ShownPackage(report, token, findPackage(report, request)));
    }

    private Shown<?> ofClass(Request request, Reader reader) {
        reader.loading().run();
        var report = find(request);
        var found = findClass(report, request);
        return new Shown<>(schemas.ofClass, new TestSchemas.ShownClass(found.group(), found.tests(), report.number()));
    }

    private Shown<?> test(Request request, Reader reader) {
        reader.loading().run();
        return new Shown<>(schemas.ofTest(), findTest(find(request), request));
    }

    private ShownReport find(Request request) {
        var build = targets.build(request);
        try {
            return builds.tests()
                    .find(new BuildId(build.jobId(), build.number()))
                    .map(report -> new ShownReport(report, build.number()))
                    .orElseThrow(() -> missing("build " + build.number() + " has no report of tests"));
        } catch (IOException e) {
            throw new UncheckedIOException("the tests of build " + build.number() + " could not be read", e);
        }
    }

    private static ShownReport.TestPackage findPackage(ShownReport report, Request request) {
        return report.find(Match.of(request).capture("package")).orElseThrow(() -> missing("no such package"));
    }

    private static ShownReport.TestClass findClass(ShownReport report, Request request) {
        var match = Match.of(request);
        return report.find(match.capture("package"), match.capture("class"))
                .orElseThrow(() -> missing("no such class"));
    }

    private static ShownCase findTest(ShownReport report, Request request) {
        var match = Match.of(request);
        return report.find(match.capture("package"), match.capture("class"), match.capture("test"))
                .map(test -> test.shown(report.number()))
                .orElseThrow(() -> missing("no such test"));
    }

    private static Refusal missing(String sentence) {
        return Refusal.notFound(sentence);
    }

    private String title(Request request) {
        return targets.job(request).label() + " " + targets.build(request).label() + " Test Results";
    }

    /** How the tests of the newest builds went. */
    private Response trend(Request request) {
        var job = targets.job(request);
        return html.trend(job.label() + " Test Results", builds, job.id());
    }
}
