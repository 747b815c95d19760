package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.node.Computer;
import hobson.engine.user.Permission;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Readers;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.NodeTargets;

/** The pages of the nodes and of the queue: what runs, and what waits for what. */
final class NodePages {
    private static final int ITEMS = 500;

    private final ReadServices services;
    private final Schemas schemas;
    private final Background background;
    private final NodeTargets targets;
    private final Readers readers;
    private final Pages pages;

    NodePages(ReadServices services, Schemas schemas, Background background, Readers readers, Pages pages) {
        this.services = services;
        this.schemas = schemas;
        this.background = background;
        this.targets = new NodeTargets(services.computers());
        this.readers = readers;
        this.pages = pages;
    }

    Response nodes(Request request) {
        var reader = readers.of(request);
        return pages.page(200, "Nodes", html -> {
            html.open("ul");
            for (var computer : schemas.computers().listed()) {
                html.open("li");
                html.element("a", named(computer), "href", request.link(NodeTargets.address(computer)));
                for (var executor : schemas.computers().executors(computer)) {
                    if (executor.build() != null) build(html.text(" "), request, executor, reader);
                }
                html.close();
            }
            html.close();
            ListPage.link(html, "api/", "API");
            ListPage.link(html, request.link(""), "All jobs");
        });
    }

    private static String named(Computer computer) {
        var name = ComputerSchemas.displayName(computer);
        return computer.isOnline() ? name : name + " (offline)";
    }

    boolean isThere(Request request) {
        var _ = targets.shown(request);
        return true;
    }

    Response node(Request request) {
        var computer = targets.shown(request);
        return pages.page(200, ComputerSchemas.displayName(computer), html -> node(html, request, computer));
    }

    private void node(Html html, Request request, Computer computer) {
        var reader = readers.of(request);
        var description = NodeSchemas.description(computer);
        if (description != null) html.element("p", description);
        var cause = computer.offlineCause();
        if (cause != null) html.element("p", OfflineCauses.text(cause));
        else if (!computer.isOnline()) html.element("p", "This agent is not connected.");
        html.element("p", "Labels: " + String.join(" ", computer.labels()));
        html.element("h2", "Executors").open("ul");
        for (var executor : schemas.computers().executors(computer)) {
            html.open("li").text(executor.number() + ": ");
            build(html, request, executor, reader);
            html.close();
        }
        html.close();
        ListPage.link(html, "api/", "API");
        ListPage.link(html, request.link("computer/"), "All nodes");
    }

    /** What the node builds now, and where the rest is told. */
    Response builds(Request request) {
        var computer = targets.shown(request);
        var reader = readers.of(request);
        return pages.page(200, "Builds on " + ComputerSchemas.displayName(computer), html -> {
            html.open("ul");
            for (var executor : schemas.computers().executors(computer)) {
                if (executor.build() != null) {
                    html.open("li");
                    build(html, request, executor, reader);
                    html.close();
                }
            }
            html.close();
            ListPage.link(html, request.link(NodeTargets.address(computer)) + "rssAll", "Feed of builds");
        });
    }

    /** Measures now what is measured every hour. */
    Response measure(Request request) {
        services.authorization().require(readers.of(request).caller(), Permission.ADMINISTER);
        request.beforeBlocking();
        background.monitors().measure();
        return Response.redirect(request.link("computer/"));
    }

    private void build(Html html, Request request, ShownExecutor executor, Reader reader) {
        var id = executor.build();
        if (id == null) {
            html.text("idle");
            return;
        }
        var job = services.jobs().find(id.jobId()).orElse(null);
        if (job == null || !services.jobs().isReadable(reader.caller(), job)) {
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
            if (items.isEmpty()) {
                html.element("p", "Nothing waits.");
            } else {
                html.open("ol");
                items.stream().limit(ITEMS).forEach(item -> item(html, request, item, reader));
                html.close();
            }
            if (items.size() > ITEMS) html.element("p", "and " + (items.size() - ITEMS) + " more");
            ListPage.link(html, "api/", "API");
            ListPage.link(html, request.link(""), "All jobs");
        });
    }

    private void item(Html html, Request request, ShownItem item, Reader reader) {
        var job = item.task().job;
        html.open("li")
                .element("a", job.label(), "href", request.link(job.path().url()));
        var why = schemas.queue().why(item.view(), reader);
        if (why != null) html.text(": " + why);
        html.close();
    }
}
