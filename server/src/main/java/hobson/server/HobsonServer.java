package hobson.server;

import hobson.engine.administration.ServerActions;
import hobson.engine.settings.Lifecycle;
import hobson.engine.user.ApiTokens;
import hobson.engine.user.Credentials;
import hobson.engine.user.Users;
import hobson.export.Budget;
import hobson.export.Exporter;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.HttpServer;
import hobson.http.HttpSettings;
import hobson.http.ListeningSocket;
import hobson.http.route.RouteRow;
import hobson.http.route.Router;
import hobson.http.session.SessionSettings;
import hobson.http.session.Sessions;
import hobson.remote.RouteGroup;
import hobson.remote.Routes;
import hobson.remote.api.Api;
import hobson.remote.api.Readers;
import hobson.remote.build.BuildFacts;
import hobson.remote.build.BuildRoutes;
import hobson.remote.build.ChangePages;
import hobson.remote.build.ReportRoutes;
import hobson.remote.console.Consoles;
import hobson.remote.credential.CredentialRoutes;
import hobson.remote.feed.FeedRoutes;
import hobson.remote.files.FileRoutes;
import hobson.remote.files.FingerprintRoutes;
import hobson.remote.item.ItemRoutes;
import hobson.remote.monitor.EngineMetrics;
import hobson.remote.monitor.MonitorRoutes;
import hobson.remote.monitor.ProcessMetrics;
import hobson.remote.monitor.Readiness;
import hobson.remote.monitor.RequestMetrics;
import hobson.remote.node.AgentSecrets;
import hobson.remote.node.NodeRoutes;
import hobson.remote.openapi.OpenApiRoutes;
import hobson.remote.page.DocumentPages;
import hobson.remote.page.Identification;
import hobson.remote.page.Pages;
import hobson.remote.page.RouterPages;
import hobson.remote.pipeline.PipelineRoutes;
import hobson.remote.queue.QueueRoutes;
import hobson.remote.read.Background;
import hobson.remote.read.ReadRoutes;
import hobson.remote.read.ReadServices;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;
import hobson.remote.security.Accounts;
import hobson.remote.security.Callers;
import hobson.remote.security.NotOffered;
import hobson.remote.security.Rules;
import hobson.remote.security.Security;
import hobson.remote.test.TestRoutes;
import hobson.remote.trigger.TriggerRoutes;
import hobson.remote.user.UserRoutes;
import hobson.remote.view.ViewRoutes;
import hobson.remote.webhook.WebhookRoutes;
import hobson.store.SqlStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The whole server as an object. Everything that answers is made here, in the order in which it is needed. */
public final class HobsonServer implements AutoCloseable {
    private static final int HASHES_AT_ONCE = 2;

    private final Engine engine;
    private final PluginServices plugins;
    private final Router router;
    private final Handler handler;
    private final HttpServer http;
    private final BackgroundTasks background;
    private final CommandLineAccess commandLine;

    /** @param outermost around everything that is done for a request */
    HobsonServer(
            Foundation foundation,
            SqlStores stores,
            Stage stage,
            Lifecycle lifecycle,
            HttpSettings settings,
            List<Filter> outermost) {
        var clock = foundation.clock();
        var authorization = foundation.authorization();
        engine = new Engine(foundation, stores, stage);
        plugins = new PluginServices(foundation, engine, stores, lifecycle);

        var actions = new ServerActions(engine.queue, engine.builds, lifecycle, authorization);

        var rules = new Rules(
                authorization, foundation.settings(), foundation.home().key(), clock);
        var accounts = new Accounts(
                engine.users,
                new ApiTokens(engine.users, clock, foundation.random()),
                engine.tokenUses,
                new Credentials(
                        engine.users,
                        foundation.passwords(),
                        engine.tokenUses,
                        clock,
                        foundation.random(),
                        HASHES_AT_ONCE));
        var identification = Identification.of(foundation.version(), foundation.random());
        var pages = new Pages(identification, Security.formCrumb(rules));
        var exporter = new Exporter(Budget.DEFAULT, System::nanoTime);

        var targets = new Targets(engine.registry, engine.builds, Callers::of);
        var readers = new Readers(Callers::of, authorization, foundation.settings());
        var api = new Api(exporter, readers, identification, pages);
        var security = new Security(accounts, rules, pages, api);
        var views = new ViewTargets(engine.views, targets);
        var services = readServices(foundation, stores, views);
        var reads = new Background(services, foundation.home().folder());
        var tasks = new ArrayList<>(reads.tasks());
        tasks.addAll(Chores.of(foundation, engine, stores, identification));
        tasks.add(plugins.task());
        background = new BackgroundTasks(tasks, foundation.pace());
        var fingerprints = new FingerprintRoutes(stores.fingerprints(), authorization, targets, pages);
        var requests = new RequestMetrics();
        var groups = new ArrayList<RouteGroup>(List.of(
                security,
                new OpenApiRoutes(foundation.version()),
                new MonitorRoutes(
                        List.of(
                                requests,
                                new EngineMetrics(engine.queue, engine.computers, engine.builds),
                                new StoreMetrics(stores),
                                new ProcessMetrics(foundation.version())),
                        new Readiness(stores::isWritable, System::nanoTime),
                        engine.queue,
                        authorization,
                        targets),
                new UserRoutes(accounts, authorization, api, pages),
                new NotOffered(authorization, targets),
                new DocumentPages(authorization, engine.viewEdits, views, targets, pages),
                plugins.routes(targets, api, pages),
                new ReadRoutes(services, reads, targets, api, pages),
                new FeedRoutes(
                        engine.registry,
                        engine.builds,
                        engine.definitions,
                        services.sources(),
                        views,
                        targets,
                        new NodeTargets(engine.computers),
                        engine.users,
                        readers,
                        clock),
                new ViewRoutes(engine.viewEdits, views, targets),
                new ItemRoutes(engine.jobs, engine.items, engine.relocation, views, engine.viewEdits, targets, pages),
                new TriggerRoutes(
                        engine.jobs,
                        targets,
                        engine.triggers,
                        engine.queue,
                        engine.defaults,
                        engine.uploads,
                        authorization,
                        pages,
                        engine.polling),
                new WebhookRoutes(engine.notices, engine.webhooks, foundation.settings(), targets),
                new NodeRoutes(
                        engine.nodes,
                        new NodeTargets(engine.computers),
                        targets,
                        readers,
                        new AgentSecrets(foundation.home().key(), foundation.random()),
                        authorization,
                        pages),
                new QueueRoutes(engine.queue, targets, authorization),
                new BuildRoutes(engine.buildActions, engine.runner, engine.computers, targets),
                new ReportRoutes(engine.reports, targets),
                new PipelineRoutes(engine.builds, services.artifacts(), authorization, targets, clock),
                new BuildFacts(stores.fingerprints(), targets, pages),
                new ChangePages(services.sources(), targets, pages),
                new Consoles(engine.builds, targets, pages),
                new TestRoutes(engine.builds, targets, api, pages),
                new FileRoutes(
                        engine.jobs,
                        engine.builds,
                        engine.workspaces,
                        foundation.home().userContent(),
                        authorization,
                        targets,
                        pages,
                        fingerprints,
                        FileServices::pattern),
                fingerprints,
                new CredentialRoutes(engine.credentials, engine.users, targets, api, pages)));
        var commands =
                CommandServices.commands(foundation, engine, plugins, actions, services.sources(), identification);
        commandLine = new CommandLineAccess(commands, foundation, engine.users, readers, pages);
        groups.addAll(commandLine.routes());
        groups.addAll(Administration.groups(foundation, engine, actions, readers, targets, pages, settings.uploads()));
        router = Routes.of(new RouterPages(pages), groups);
        var sessions = new Sessions(SessionSettings.DEFAULT, clock, foundation.random());
        var filters = new ArrayList<Filter>(outermost);
        filters.add(requests);
        filters.add(commandLine.hint());
        handler = Filter.chain(security.guard(router, sessions), filters.toArray(Filter[]::new));
        http = new HttpServer(settings, handler);
    }

    private ReadServices readServices(Foundation foundation, SqlStores stores, ViewTargets views) {
        var folders = engine.builds.folders();
        return new ReadServices(
                engine.registry,
                engine.definitions,
                engine.graph,
                engine.builds,
                engine.queue,
                engine.computers,
                engine.users,
                stores.fingerprints(),
                stores.lastChanges(),
                foundation.authorization(),
                foundation.settings(),
                new PartExports(engine.parts),
                build -> FileServices.artifacts(folders.artifacts(build.jobId(), build.number())),
                build -> FileServices.sources(folders.of(build.jobId(), build.number())),
                views,
                foundation.clock());
    }

    /** Complete after {@link #load}. */
    Engine engine() {
        return engine;
    }

    /** The accounts; complete after {@link #load}. */
    Users users() {
        return engine.users;
    }

    /** Every address that it answers. */
    List<RouteRow> table() {
        return router.table();
    }

    /** Whether no build runs. */
    boolean isIdle() {
        return engine.builds.running().isEmpty();
    }

    /** Takes in what the store has. */
    void load() {
        plugins.load();
        engine.load();
    }

    /**
     * Goes on with the builds that were running, and starts to answer.
     *
     * @param socket stays open when this server is closed
     */
    void listen(ListeningSocket socket) throws IOException {
        var _ = resume(); // before anybody can ask whether they still run
        http.start(socket);
    }

    /**
     * Goes on with the builds that were running.
     *
     * @return what answers, for whoever listens in its place
     */
    Handler resume() {
        engine.resume();
        return handler;
    }

    /**
     * Takes commands by SSH, too.
     *
     * @return the port, which the system chose if it is 0
     * @throws IOException when the address cannot be used
     */
    int listenForSsh(String address, int port) throws IOException {
        return commandLine.listenForSsh(address, port);
    }

    /** Begins what waits. */
    void begin() {
        engine.begin();
        background.start();
    }

    /** Stops accepting, finishes requests, leaves builds running. */
    @Override
    public void close() {
        engine.queue.endWaits(); // so that their requests can be finished
        engine.builds.endings().bell().ring(); // and those that wait for the end of a build
        commandLine.close();
        http.close();
        background.close();
        plugins.close();
        engine.close();
    }
}
