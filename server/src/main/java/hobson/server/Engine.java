package hobson.server;

import hobson.engine.build.Adoption;
import hobson.engine.build.BuildActions;
import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildStore;
import hobson.engine.build.Builds;
import hobson.engine.build.Cause;
import hobson.engine.credential.CredentialLookup;
import hobson.engine.credential.CredentialOwner;
import hobson.engine.credential.CredentialStores;
import hobson.engine.credential.StoreAccess;
import hobson.engine.item.Definitions;
import hobson.engine.item.Followers;
import hobson.engine.item.ItemEdits;
import hobson.engine.item.ItemFormat;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Items;
import hobson.engine.item.JobGraph;
import hobson.engine.item.Jobs;
import hobson.engine.item.KeyIndex;
import hobson.engine.item.Relocation;
import hobson.engine.item.Structure;
import hobson.engine.node.Computers;
import hobson.engine.node.Nodes;
import hobson.engine.parameter.ParameterEnvironment;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.Blockage;
import hobson.engine.queue.DownstreamTriggers;
import hobson.engine.queue.JobNeeds;
import hobson.engine.queue.ParameterDefaults;
import hobson.engine.queue.PlacementRule;
import hobson.engine.queue.Queue;
import hobson.engine.queue.Scheduler;
import hobson.engine.queue.Triggers;
import hobson.engine.run.BuildEnvironment;
import hobson.engine.run.BuildReports;
import hobson.engine.run.BuildRunner;
import hobson.engine.run.JobClearance;
import hobson.engine.run.RunServices;
import hobson.engine.run.Uploads;
import hobson.engine.run.Workspaces;
import hobson.engine.scm.CommitNotices;
import hobson.engine.scm.Polling;
import hobson.engine.scm.SourceInspection;
import hobson.engine.secret.WrittenSecrets;
import hobson.engine.settings.Settings;
import hobson.engine.time.Pace;
import hobson.engine.trigger.AutomaticBuilds;
import hobson.engine.trigger.Timers;
import hobson.engine.trigger.Timetable;
import hobson.engine.trigger.Webhooks;
import hobson.engine.user.TokenUses;
import hobson.engine.user.Users;
import hobson.engine.user.UsersWithBelongings;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.ViewSets;
import hobson.engine.view.Views;
import hobson.parts.Parts;
import hobson.parts.credential.CredentialDocuments;
import hobson.parts.credential.SecretReader;
import hobson.parts.document.Limits;
import hobson.parts.node.NodeDocuments;
import hobson.parts.report.ReportDocuments;
import hobson.parts.view.ViewDocuments;
import hobson.store.SqlStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine of one server, put together: everything that knows what a CI server does and nothing of HTTP. */
final class Engine {
    private static final int DEFINITIONS_IN_MEMORY = 2_000;

    private final Settings settings;
    private final BuildStore buildStore;
    private final Pace pace;
    final Parts parts;
    final ItemFormat format;
    final ItemRegistry registry;
    final Definitions definitions;
    final JobGraph graph;
    final Jobs jobs;
    final Items items;
    final Relocation relocation;
    final Builds builds;
    final BuildActions buildActions;
    final Computers computers;
    final Nodes nodes;
    final Queue queue;
    final Triggers triggers;
    final ParameterDefaults defaults;
    final Uploads uploads;
    final Workspaces workspaces;
    final Users users;
    final TokenUses tokenUses;
    final Views views;
    final ViewEdits viewEdits;
    final CredentialStores credentials;
    final BuildRunner runner;
    final BuildReports reports;
    final Scheduler scheduler;
    private final Timers timers;
    final Polling polling;
    final CommitNotices notices;
    final Webhooks webhooks;

    Engine(Foundation foundation, SqlStores stores, Stage stage) {
        var home = foundation.home().folder();
        settings = foundation.settings();
        var authorization = foundation.authorization();
        var vault = foundation.vault();
        var secrets = new WrittenSecrets(vault);
        var clock = foundation.clock();
        pace = foundation.pace();

        buildStore = stores.builds();
        var timetable = new Timetable(pace, ZoneId.systemDefault());
        var repositories = new KeyIndex(job -> job.wiring().repositories());
        var heeding = new KeyIndex(job -> job.wiring().webhook() ? List.of("") : List.of());
        registry = new ItemRegistry(authorization, timetable, repositories, heeding);
        builds = new Builds(stores.builds(), registry, new BuildFolders(home.resolve("builds")));
        defaults = new ParameterDefaults(registry, builds, vault);
        parts = new Parts(Parts.standard(_ -> defaults));
        format = parts.format(Limits.DEFAULT);
        definitions = new Definitions(stores.jobs(), format, DEFINITIONS_IN_MEMORY);
        graph = new JobGraph(registry);
        credentials = new CredentialStores(
                stores.credentials(),
                new CredentialDocuments(Limits.DEFAULT, vault, SecretReader.PLAIN),
                new StoreAccess(authorization, registry),
                clock);
        var edits = new ItemEdits(registry, stores.jobs(), format, definitions, secrets, clock);
        var viewFormat = new ViewDocuments(Limits.DEFAULT);
        var viewSets = new ViewSets(stores.views(), viewFormat, format, registry, definitions, edits);
        var accounts = new UsersWithBelongings(
                stores.users(), (id, _) -> credentials.forget(CredentialOwner.user(id)), viewSets::forget);
        users = new Users(accounts, foundation.passwords(), authorization, clock, foundation.random());
        tokenUses = new TokenUses(stores.users(), clock);

        computers = new Computers(settings.builtIn());
        var needs = new JobNeeds(registry, definitions);
        var placement = new PlacementRule(needs, computers);
        var blockage = new Blockage(registry, needs, graph, builds, clock);
        uploads = new Uploads(home.resolve("uploads"), settings.uploadLimit());
        queue = new Queue(
                stores.queue(),
                blockage,
                computers,
                placement,
                authorization,
                pace,
                item -> uploads.discard(item.parameters()));
        nodes = new Nodes(
                stores.nodes(),
                new NodeDocuments(Limits.DEFAULT, secrets),
                computers,
                authorization,
                clock,
                queue::wake);
        triggers = new Triggers(queue, registry, definitions, authorization, settings);

        workspaces = new Workspaces(home);
        var environment = new BuildEnvironment(
                foundation.environment(),
                home,
                foundation.home().serverId(),
                settings.rootUrl(),
                computers,
                new ParameterEnvironment(vault, new NamedBuilds(registry, builds, settings.rootUrl())));
        var lookup = new CredentialLookup(credentials, registry, authorization);
        var services = new RunServices(
                builds,
                stage.launcher(),
                workspaces,
                environment,
                uploads,
                stores.fingerprints(),
                stores.lastChanges(),
                new DownstreamTriggers(registry, graph, definitions, triggers, defaults),
                id -> users.find(id).map(user -> user.fullName()).orElse(id),
                lookup,
                vault,
                stage.staging(),
                pace);
        runner = new BuildRunner(services, registry, definitions, computers, authorization);
        reports = new BuildReports(
                new ReportDocuments(),
                services,
                new Adoption(builds, registry, stores.pastBuilds()),
                runner,
                registry,
                definitions,
                authorization);
        scheduler = new Scheduler(queue, runner, pace);
        var automatic = new AutomaticBuilds(triggers, definitions, defaults);
        var inspection =
                new SourceInspection(builds, definitions, queue, environment, lookup, vault, stage.staging(), clock);
        polling = new Polling(inspection, automatic, pace);
        timers = new Timers(
                timetable, registry, job -> automatic.submit(job, List.of(new Cause.Timer())), polling, pace);
        notices = new CommitNotices(repositories, registry, definitions, automatic, polling);
        webhooks = new Webhooks(heeding, registry, definitions, automatic, defaults, authorization);

        views = new Views(viewSets, viewFormat, registry, authorization);
        viewEdits = new ViewEdits(views, viewSets, viewFormat, registry, users::exists, clock);
        var clearance = new JobClearance(queue, builds, runner, viewEdits, workspaces, credentials);
        var followers = new Followers(registry, format, edits, clearance);
        jobs = new Jobs(stores.jobs(), format, definitions, edits, clearance, authorization);
        var structure = new Structure();
        items = new Items(registry, stores.jobs(), format, definitions, clearance, authorization, clock, structure);
        relocation = new Relocation(
                registry, stores.jobs(), definitions, clearance, followers, authorization, clock, structure);
        buildActions = new BuildActions(builds, registry, authorization, clock);
    }

    /** Takes in what the store has. */
    void load() {
        users.load();
        nodes.load(settings::declaredOver);
        tokenUses.load();
        credentials.load();
        items.load();
        views.load();
        queue.load();
        forgetStrayUploads();
    }

    /** Files that came with triggers which were cancelled, or which a crash cut short. */
    private void forgetStrayUploads() {
        var wanted = Stream.concat(
                        queue.views().stream().map(view -> view.item().parameters()),
                        buildStore.inProgress().stream().map(build -> build.parameters()))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(ParameterValue.File.class::isInstance)
                .map(value -> ((ParameterValue.File) value).upload())
                .collect(Collectors.toSet());
        try {
            uploads.keepOnly(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("old uploads could not be deleted", e);
        }
    }

    /** Goes on with what was running. */
    void resume() {
        runner.resume(queue::wake);
    }

    /** Begins what waits. */
    void begin() {
        scheduler.start();
        pace.begin("finish-deletions", builds::finishDeletions);
        timers.start();
    }

    /** Starts nothing any more, and leaves what runs to the next start. */
    void close() {
        timers.close();
        polling.close();
        scheduler.close();
        runner.close();
        tokenUses.save(users);
    }
}
