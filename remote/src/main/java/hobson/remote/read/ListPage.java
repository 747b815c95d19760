package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.Item;
import hobson.engine.item.Job;
import hobson.engine.item.PathSegments;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Readers;
import hobson.remote.api.ShownView;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.util.List;

/** The page of the server and of each view: its jobs, a few hundred at a time, and ways to the rest. */
final class ListPage implements Handler {
    private static final int AT_ONCE = 200;

    private final ReadServices services;
    private final Finders finders;
    private final Readers readers;
    private final Pages pages;

    ListPage(ReadServices services, Finders finders, Readers readers, Pages pages) {
        this.services = services;
        this.finders = finders;
        this.readers = readers;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        var view = finders.view(request);
        var reader = readers.of(request);
        int from = from(request);
        return pages.page(200, title(view), html -> write(html, request, view, reader, from));
    }

    /** A combination of a matrix, which has no more to show than its name. */
    Response cell(Request request) {
        var cell = finders.combination(request, readers.of(request));
        return pages.page(200, cell.name(), html -> link(html, "../", cell.job().fullDisplayName()));
    }

    private static String title(ShownView view) {
        var folder = view.owner().folder();
        if (!view.primary()) return view.title();
        return folder == null ? "Jobs" : folder.label();
    }

    private static int from(Request request) {
        try {
            return Math.max(0, Integer.parseInt(request.query().first("from", "0")));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private void write(Html html, Request request, ShownView view, Reader reader, int from) {
        var message = services.settings().systemMessage();
        if (message != null && view.owner().folder() == null) html.element("p", message);
        search(html, request);
        var jobs = services.views().items(reader.caller(), view);
        int start = Math.min(from, jobs.size());
        int end = Math.min(start + AT_ONCE, jobs.size());
        if (jobs.isEmpty()) html.element("p", "There are no jobs that you can see.");
        else table(html, jobs.subList(start, end));
        if (start > 0) link(html, "?from=" + Math.max(0, start - AT_ONCE), "Jobs before these");
        if (end < jobs.size()) link(html, "?from=" + end, "The next of " + jobs.size() + " jobs");
        html.open("nav", "aria-label", "Server").open("ul");
        item(html, request.link("queue/"), "Queue");
        item(html, request.link("computer/"), "Nodes");
        item(html, "rssAll", "Feed of builds");
        item(html, "rssFailed", "Feed of failed builds");
        item(html, "api/", "API");
        html.close().close();
    }

    private static void search(Html html, Request request) {
        html.open("form", "action", request.link("search/"), "method", "get", "role", "search");
        html.open("label")
                .text("Find a job")
                .single("input", "name", "q", "type", "search")
                .close();
        html.element("button", "Find", "type", "submit").close();
    }

    private static void table(Html html, List<? extends Item> jobs) {
        html.open("table").open("thead").open("tr");
        html.element("th", "Job", "scope", "col").element("th", "State", "scope", "col");
        html.element("th", "Last build", "scope", "col").close().close().open("tbody");
        jobs.forEach(job -> row(html, job));
        html.close().close();
    }

    private static void row(Html html, Item job) {
        var address = "job/" + PathSegments.encode(job.name()) + "/";
        html.open("tr")
                .open("th", "scope", "row")
                .element("a", job.label(), "href", address)
                .close();
        html.element("td", job instanceof Job one ? Words.state(one) : "folder").open("td");
        var newest = job instanceof Job one ? one.newest() : null;
        if (newest != null) html.element("a", "#" + newest.number(), "href", address + newest.number() + "/");
        html.close().close().line();
    }

    static void link(Html html, String href, String text) {
        html.open("p").element("a", text, "href", href).close();
    }

    static void item(Html html, String href, String text) {
        html.open("li").element("a", text, "href", href).close();
    }
}
