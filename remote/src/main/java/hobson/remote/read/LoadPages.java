package hobson.remote.read;

import hobson.engine.node.Computer;
import hobson.engine.user.Permission;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Readers;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.NodeTargets;
import java.util.function.Function;

/** Pages about labels, load, and the machines behind nodes. */
final class LoadPages {
    private static final int JOBS = 500;

    private final ReadServices services;
    private final Finders finders;
    private final Background background;
    private final Readers readers;
    private final Pages pages;
    private final NodeTargets targets;

    LoadPages(ReadServices services, Finders finders, Background background, Readers readers, Pages pages) {
        this.services = services;
        this.finders = finders;
        this.background = background;
        this.readers = readers;
        this.pages = pages;
        this.targets = new NodeTargets(services.computers());
    }

    /** The nodes that carry the label, and the jobs that ask for it. */
    Response label(Request request) {
        var reader = readers.of(request);
        request.beforeBlocking();
        var label = finders.label(request);
        return pages.page(200, label.name(), html -> {
            html.element("h2", "Nodes").open("ul");
            for (var computer : label.carriers(services.computers())) {
                ListPage.item(html, request.link(NodeTargets.address(computer)), ComputerSchemas.displayName(computer));
            }
            html.close().element("h2", "Jobs that ask for it").open("ul");
            finders.tiedTo(label, reader).stream()
                    .limit(JOBS)
                    .forEach(job -> ListPage.item(
                            html, request.link(job.path().url()), job.path().fullName()));
            html.close();
            ListPage.link(html, "api/", "API");
        });
    }

    /** The newest numbers of what the finder finds. */
    Handler load(Function<Request, LoadStatistics> found) {
        return request -> {
            var load = found.apply(request);
            return pages.page(200, "Load", html -> {
                html.open("table");
                row(html, "Executors online", load.online);
                row(html, "Executors busy", load.busy);
                row(html, "Items that wait", load.queueLength);
                html.close();
                ListPage.link(html, "api/", "API");
            });
        };
    }

    private static void row(Html html, String title, LoadSeries series) {
        html.open("tr").element("th", title, "scope", "row");
        html.element("td", String.format(java.util.Locale.ROOT, "%.2f", series.latest()))
                .close();
    }

    /** What is known of the machine; nothing of one that is not connected. */
    Response machine(Request request) {
        var computer = targets.shown(request);
        var reader = readers.of(request);
        reader.authorization().require(reader.caller(), Permission.NODE_CONNECT, computer.node());
        return pages.page(200, "Machine of " + ComputerSchemas.displayName(computer), html -> machine(html, computer));
    }

    private void machine(Html html, Computer computer) {
        var measured = computer.node().isBuiltIn() ? background.monitors().latest() : null;
        if (measured == null) {
            html.element("p", "Nothing is known of it as long as it is not connected.");
            return;
        }
        html.element("p", measured.architecture());
        var memory = measured.memory();
        if (memory != null) {
            html.element(
                    "p", "Memory: " + memory.availablePhysical() + " of " + memory.totalPhysical() + " bytes free");
        }
        var disk = measured.home();
        if (disk != null) {
            html.element("p", disk.path() + ": " + disk.available() + " of " + disk.total() + " bytes free");
        }
    }
}
