package hobson.remote.test;

import hobson.engine.build.Build;
import hobson.engine.build.Builds;
import hobson.engine.item.PathSegments;
import hobson.engine.test.TestCase;
import hobson.engine.test.TestTotals;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of reports. They list no more than somebody reads. */
final class TestPages {
    private static final int MOST = 500;
    private static final int LONGEST = 64 * 1024;
    private static final int BUILDS = 50;

    private final Pages pages;

    TestPages(Pages pages) {
        this.pages = pages;
    }

    Response report(String title, ShownReport shown) {
        return pages.page(200, title, html -> {
            html.element("p", sentence(shown.report().totals()));
            failures(html, shown);
            groups(html, "Package", shown.packages());
            links(html, "../", "Build");
        });
    }

    private static String sentence(TestTotals totals) {
        return totals.failed() + " failed, " + totals.skipped() + " skipped, " + totals.passed() + " passed.";
    }

    private static void failures(Html html, ShownReport shown) {
        int failed = shown.report().totals().failed();
        if (failed == 0) return;
        html.element("h2", "Failed tests").open("ul");
        var left = new int[] {MOST};
        shown.each(test -> left[0] > 0 && test.status().isFailure(), test -> {
            left[0]--;
            failure(html, new ShownCase(test, shown.number()));
        });
        html.close();
        if (failed > MOST) html.element("p", "and " + (failed - MOST) + " more");
    }

    private static void failure(Html html, ShownCase shown) {
        html.open("li").element("a", Names.full(shown.test()), "href", address(shown.test()));
        html.text(" since build " + shown.test().failedSince()).close();
    }

    private static String address(TestCase test) {
        return address(Names.safe(Names.packageOf(test.className())))
                + address(Names.safe(Names.simple(test.className())))
                + address(Names.safeTest(test.name()));
    }

    private static String address(String token) {
        return "./" + PathSegments.encode(token) + "/";
    }

    Response ofPackage(String title, ShownReport.TestPackage found) {
        return pages.page(200, title + ": " + found.group().name, html -> {
            groups(html, "Class", found.classes());
            links(html, "../", "All packages");
        });
    }

    private static void groups(Html html, String kind, Map<String, Group> groups) {
        html.open("table").open("thead").open("tr");
        for (var head : new String[] {kind, "Failed", "Skipped", "Passed", "Seconds"}) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        groups.entrySet().stream().limit(MOST).forEach(entry -> group(html, entry.getKey(), entry.getValue()));
        html.close().close();
        if (groups.size() > MOST) html.element("p", "and " + (groups.size() - MOST) + " more");
    }

    private static void group(Html html, String token, Group group) {
        html.open("tr").open("th", "scope", "row").element("a", group.name, "href", address(token));
        html.close();
        for (int count : new int[] {group.failed, group.skipped, group.passed}) {
            html.element("td", Integer.toString(count));
        }
        html.element("td", seconds(group.duration)).close().line();
    }

    private static String seconds(float seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    Response ofClass(String title, ShownReport.TestClass found) {
        return pages.page(200, title + ": " + found.group().name, html -> {
            html.open("ul");
            var sameNames = new HashMap<String, Integer>();
            for (var test :
                    found.tests().subList(0, Math.min(MOST, found.tests().size()))) {
                var shown = test.shown(0).test();
                var safe = Names.safeTest(shown.name());
                int same = sameNames.merge(safe, 1, Integer::sum);
                html.open("li").element("a", shown.name(), "href", address(same == 1 ? safe : safe + "_" + same));
                html.text(" " + shown.status() + ", " + seconds(shown.duration()) + " s")
                        .close();
            }
            html.close();
            if (found.tests().size() > MOST) {
                html.element("p", "and " + (found.tests().size() - MOST) + " more");
            }
            links(html, "../", "All classes of the package");
        });
    }

    Response test(String title, ShownCase shown) {
        var test = shown.test();
        return pages.page(200, title + ": " + Names.full(test), html -> {
            html.element("p", test.status() + " after " + seconds(test.duration()) + " seconds.");
            if (test.status().isFailure()) html.element("p", "Failing since build " + test.failedSince() + ".");
            text(html, "Error", test.details().errorDetails());
            text(html, "Stack trace", test.details().errorStackTrace());
            text(html, "Skipped because", test.details().skippedMessage());
            text(html, "Standard output", shown.stdout());
            text(html, "Standard error", shown.stderr());
            links(html, "../", "All tests of the class");
        });
    }

    private static void text(Html html, String title, @Nullable String text) {
        if (text == null || text.isEmpty()) return;
        html.element("h2", title).element("pre", text.substring(0, Math.min(LONGEST, text.length())));
        if (text.length() > LONGEST) html.element("p", "The API has the rest.");
    }

    private static void links(Html html, String up, String above) {
        html.open("nav", "aria-label", "Tests").open("p").element("a", above, "href", up);
        html.text(" ").element("a", "API", "href", "api/").close().close();
    }

    Response trend(String title, Builds builds, long jobId) {
        return pages.page(200, title, html -> {
            html.open("ul");
            for (var summary : builds.history(jobId).newest(BUILDS)) {
                var tests = builds.find(jobId, summary.number()).map(Build::tests);
                if (tests.isEmpty()) continue;
                var number = Integer.toString(summary.number());
                html.open("li").element("a", "#" + number, "href", "../" + number + "/testReport/");
                html.text(" " + sentence(tests.get())).close();
            }
            html.close();
        });
    }
}
