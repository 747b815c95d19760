package hobson.remote.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.Reader;
import hobson.engine.build.Build;
import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import hobson.engine.build.Cause;
import hobson.engine.build.Result;
import hobson.engine.event.Change;
import hobson.engine.item.Definitions;
import hobson.engine.item.Followers;
import hobson.engine.item.Item;
import hobson.engine.item.ItemEdits;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Items;
import hobson.engine.item.Job;
import hobson.engine.item.JobGraph;
import hobson.engine.item.JobGuard;
import hobson.engine.item.Jobs;
import hobson.engine.item.Relocation;
import hobson.engine.item.Structure;
import hobson.engine.node.Computers;
import hobson.engine.node.Seat;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.Blockage;
import hobson.engine.queue.JobNeeds;
import hobson.engine.queue.PlacementRule;
import hobson.engine.queue.Queue;
import hobson.engine.queue.QueueItem;
import hobson.engine.queue.Scheduler;
import hobson.engine.queue.Trigger;
import hobson.engine.queue.Triggers;
import hobson.engine.secret.Vault;
import hobson.engine.secret.WrittenSecrets;
import hobson.engine.settings.Settings;
import hobson.engine.time.Pace;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Passwords;
import hobson.engine.user.Users;
import hobson.engine.view.ViewSets;
import hobson.engine.view.Views;
import hobson.export.Budget;
import hobson.export.Exporter;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.http.ErrorFilter;
import hobson.http.Filter;
import hobson.http.HttpServer;
import hobson.http.HttpSettings;
import hobson.http.Request;
import hobson.remote.Routes;
import hobson.remote.api.Api;
import hobson.remote.api.Readers;
import hobson.remote.feed.FeedRoutes;
import hobson.remote.page.Identification;
import hobson.remote.page.Pages;
import hobson.remote.page.Refusals;
import hobson.remote.page.RouterPages;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;
import hobson.store.SqlStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is read, behind a socket: the real engine on a store in memory. Its builds do nothing and end when the test says so. A
 * request names its caller with the header {@code Caller}.
 */
final class ReadServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final Vault vault = new Vault(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());
    final SqlStores stores = SqlStores.inMemory(vault);
    final InstantSource clock = InstantSource.fixed(NOW);
    final Computers computers;
    final ItemRegistry registry;
    final Jobs jobs;
    final Items items;
    final Relocation relocation;
    final CountedBuilds store = new CountedBuilds(stores.builds());
    final Builds builds;
    final Queue queue;
    final Background background;
    private final Triggers triggers;
    private final Scheduler scheduler;
    private final Map<BuildId, CompletableFuture<Result>> endings = new ConcurrentHashMap<>();
    private final HttpServer http;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    ReadServer(Path home, Authorization authorization, Settings settings) throws IOException {
        computers = new Computers(settings.builtIn());
        registry = new ItemRegistry(authorization);
        var format = new LineFormat();
        var definitions = new Definitions(stores.jobs(), format, 1_000);
        builds = new Builds(store, registry, new BuildFolders(home.resolve("builds")));
        var graph = new JobGraph(registry);
        var needs = new JobNeeds(registry, definitions);
        queue = new Queue(
                stores.queue(),
                new Blockage(registry, needs, graph, builds, clock),
                computers,
                new PlacementRule(needs, computers),
                authorization,
                Pace.of(clock),
                _ -> {});
        triggers = new Triggers(queue, registry, definitions, authorization, settings);
        scheduler = new Scheduler(queue, this::run, Pace.of(clock));
        var guard = new Unguarded();
        var edits = new ItemEdits(registry, stores.jobs(), format, definitions, new WrittenSecrets(vault), clock);
        var followers = new Followers(registry, format, edits, guard);
        jobs = new Jobs(stores.jobs(), format, definitions, edits, guard, authorization);
        var structure = new Structure();
        items = new Items(registry, stores.jobs(), format, definitions, guard, authorization, clock, structure);
        relocation =
                new Relocation(registry, stores.jobs(), definitions, guard, followers, authorization, clock, structure);
        var users = new Users(stores.users(), new NoPasswords(), authorization, clock, new SecureRandom());
        var targets = new Targets(registry, builds, ReadServer::caller);
        var noFormat = new NoViewFormat();
        var sets = new ViewSets(stores.views(), noFormat, format, registry, definitions, edits);
        var views = new ViewTargets(new Views(sets, noFormat, registry, authorization), targets);
        var services = new ReadServices(
                registry,
                definitions,
                graph,
                builds,
                queue,
                computers,
                users,
                stores.fingerprints(),
                stores.lastChanges(),
                authorization,
                settings,
                ReadServer::schemaOf,
                build -> artifacts(build),
                _ -> Optional.empty(),
                views,
                clock);
        background = new Background(services, home);
        var readers = new Readers(ReadServer::caller, authorization, settings);
        var identification = new Identification("0.1", "0a1b2c3d");
        var pages = new Pages(identification, _ -> Optional.empty());
        var api = new Api(new Exporter(Budget.DEFAULT, System::nanoTime), readers, identification, pages);
        var router = Routes.of(
                new RouterPages(pages),
                List.of(
                        new ReadRoutes(services, background, targets, api, pages),
                        new FeedRoutes(
                                registry,
                                builds,
                                definitions,
                                services.sources(),
                                views,
                                targets,
                                new NodeTargets(computers),
                                users,
                                readers,
                                clock)));
        var refusals = new Refusals(pages, authorization);
        http = new HttpServer(
                HttpSettings.local(home.resolve("uploads")).withStopTime(Duration.ofMillis(1)),
                Filter.chain(router, new ErrorFilter(refusals), refusals));
        base = "http://127.0.0.1:" + http.start();
        scheduler.start();
    }

    static ReadServer open(Path home) throws IOException {
        return new ReadServer(home, new Authorization.Unsecured(), Settings.DEFAULT);
    }

    /** Nobody has a password here. */
    private static final class NoPasswords implements Passwords {
        @Override
        public String hash(String password) {
            throw new UnsupportedOperationException("nobody has a password here");
        }

        @Override
        public boolean matches(String password, String hash) {
            return false;
        }
    }

    /** Jobs are deleted only when nothing waits or runs. */
    private static final class Unguarded implements JobGuard {
        @Override
        public boolean isStarting(long jobId) {
            return false;
        }

        @Override
        public void cancelQueued(long jobId, Caller caller) {}

        @Override
        public void clear(Job job, Caller caller) {}

        @Override
        public void renamed(ItemPath from, Item item) {}

        @Override
        public void deleted(Item item) {}
    }

    private static Caller caller(Request request) {
        return request.header("Caller")
                .map(id -> new Caller(id, Caller.Proof.PASSWORD))
                .orElse(Caller.ANONYMOUS);
    }

    private static final Schema<String, Reader> DEFINITION = Schema.<String, Reader>named(
                    "hudson.model.StringParameterDefinition")
            .visibility(3)
            .text("name", (name, _) -> name)
            .build();
    private static final Schema<LineFormat.Declared, Reader> DECLARED = Schema.<LineFormat.Declared, Reader>named(
                    "hudson.model.ParametersDefinitionProperty")
            .list(
                    "parameterDefinitions",
                    Show.at(2),
                    Kind.<String, Reader>declared("hudson.model.ParameterDefinition", _ -> DEFINITION),
                    (declared, _) -> declared.names())
            .build();
    private static final Schema<ParameterValue.Line, Reader> LINE = Schema.<ParameterValue.Line, Reader>named(
                    "hudson.model.StringParameterValue")
            .visibility(3)
            .text("name", (line, _) -> line.name())
            .text("value", Show.at(4), (line, _) -> line.value())
            .build();

    private static @Nullable Schema<?, Reader> schemaOf(Object part) {
        return switch (part) {
            case LineFormat.Declared _ -> DECLARED;
            case ParameterValue.Line _ -> LINE;
            default -> null;
        };
    }

    private final Map<BuildId, List<String>> artifacts = new ConcurrentHashMap<>();

    private List<String> artifacts(BuildId build) {
        return artifacts.getOrDefault(build, List.of());
    }

    /** Says that the build has archived files, and has their fingerprints. */
    void archive(Job job, int number, String... paths) {
        artifacts.put(new BuildId(job.id(), number), List.of(paths));
        stores.fingerprints()
                .record(
                        job.id(),
                        number,
                        Map.of("a.txt", "388f541e76114aaef9af809e0ac6dc5b"),
                        true,
                        NOW.toEpochMilli());
    }

    Job job(String name, String... lines) {
        return (Job)
                items.create(Caller.SYSTEM, null, name, String.join("\n", lines).getBytes(UTF_8));
    }

    /** A build from trigger to end. */
    Build built(Job job, Result result, Cause... causes) throws Exception {
        var build = started(job, causes);
        end(build, result);
        return builds.find(job.id(), build.number()).orElseThrow();
    }

    /** A build that runs. */
    Build started(Job job, Cause... causes) throws Exception {
        int number = queue.left(submit(job, 0, causes)).get();
        return builds.find(job.id(), number).orElseThrow();
    }

    void end(Build build, Result result) throws Exception {
        var id = new BuildId(build.jobId(), build.number());
        endings.computeIfAbsent(id, _ -> new CompletableFuture<>()).complete(result);
        while (builds.find(id.jobId(), id.number()).orElseThrow().inProgress()) Thread.onSpinWait();
    }

    /** @return the id of the queue item */
    long submit(Job job, long delay, Cause... causes) {
        var trigger = new Trigger(
                job, causes.length == 0 ? List.of(new Cause.User(null)) : List.of(causes), null, delay, null);
        return triggers.submit(Caller.SYSTEM, Triggers.Allowed.BY_PERMISSION, trigger)
                .itemId();
    }

    private void run(QueueItem item, Seat seat, Scheduler.Progress progress) {
        var job = registry.find(item.jobId()).orElseThrow();
        var change = Change.bySystem(NOW);
        var build = builds.start(
                job,
                number -> Build.begun(job.id(), number, item.id(), NOW.toEpochMilli(), item.causes(), item.parameters())
                        .on(seat.computer().name(), seat.executor()),
                change);
        var id = new BuildId(job.id(), build.number());
        seat.run(id);
        progress.started(build.number());
        var result = endings.computeIfAbsent(id, _ -> new CompletableFuture<>()).join();
        builds.update(id, b -> b.withResult(result).in(Build.Phase.COMPLETED, 1_500), change);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base
                        + path.replace("[", "%5B")
                                .replace("]", "%5D")
                                .replace("{", "%7B")
                                .replace("}", "%7D")))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The body of a 200, with the address of this server as {@code ROOT}. */
    String body(String path, String... headers) throws Exception {
        var answer = get(path, headers);
        if (answer.statusCode() != 200)
            throw new AssertionError(path + " -> " + answer.statusCode() + " " + answer.body());
        return answer.body().replace(base, "ROOT");
    }

    String base() {
        return base;
    }

    @Override
    public void close() {
        http.close();
        scheduler.close();
        endings.values().forEach(ending -> ending.complete(Result.ABORTED));
        while (!builds.running().isEmpty()) Thread.onSpinWait();
        stores.close();
    }
}
