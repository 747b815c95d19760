package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.user.Permission;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.BuiltIn;
import hobson.remote.api.Readers;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;

/** The pages of the nodes and of the queue: what runs, and what waits for what. */
final class NodePages {
    private static final int ITEMS = 500;

    private final ReadServices services;
    private final Schemas schemas;
    private final Readers readers;
    private final Pages pages;

    NodePages(ReadServices services, Schemas schemas, Readers readers, Pages pages) {
        this.services = services;
        this.schemas = schemas;
        this.readers = readers;
        this.pages = pages;
    }

    Response nodes(Request request) {
        return pages.page(200, "Nodes", html -> node(html, request));
    }

    Response builtIn(Request request) {
        BuiltIn.require(request);
        return pages.page(200, ComputerSchemas.BUILT_IN, html -> node(html, request));
    }

    private void node(Html html, Request request) {
        var reader = readers.of(request);
        html.element("p", "Labels: " + String.join(" ", services.node().labels()));
        html.element("h2", "Executors").open("ol", "start", "0");
        for (var executor : schemas.computers().executors()) {
            html.open("li");
            build(html, request, executor, reader);
            html.close();
        }
        html.close();
        ListPage.link(html, "api/", "API");
        ListPage.link(html, request.link(""), "All jobs");
    }

    private void build(Html html, Request request, ShownExecutor executor, Reader reader) {
        var id = executor.build();
        if (id == null) {
            html.text("idle");
            return;
        }
        var job = services.jobs().find(id.jobId()).orElse(null);
        if (job == null || !reader.may(Permission.JOB_READ)) {
            html.text("busy");
            return;
        }
        var address = request.link(job.path().url() + id.number() + "/");
        html.element("a", job.label() + " #" + id.number(), "href", address);
    }

    Response queue(Request request) {
        var reader = readers.of(request);
        var items = schemas.queue().items(reader);
        return pages.page(200, "Queue", html -> {
            if (items.isEmpty()) html.element("p", "Nothing waits.");
            html.open("ol");
            items.stream().limit(ITEMS).forEach(item -> item(html, request, item));
            html.close();
            if (items.size() > ITEMS) html.element("p", "and " + (items.size() - ITEMS) + " more");
            ListPage.link(html, "api/", "API");
            ListPage.link(html, request.link(""), "All jobs");
        });
    }

    private static void item(Html html, Request request, ShownItem item) {
        var job = item.task().job;
        html.open("li")
                .element("a", job.label(), "href", request.link(job.path().url()));
        var why = item.view().reason();
        if (why != null) html.text(": " + WhyText.of(why));
        html.close();
    }
}
