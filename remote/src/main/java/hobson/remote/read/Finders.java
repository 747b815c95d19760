package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.Refusal;
import hobson.engine.item.Folder;
import hobson.engine.item.Job;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.export.Schema;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.route.Match;
import hobson.remote.api.Readers;
import hobson.remote.api.Shown;
import hobson.remote.api.ShownView;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Targets;
import java.util.List;
import java.util.Locale;

/** Finds the objects of the API that requests are about. */
final class Finders {
    static final Schema<Cell, Reader> CELL = Cell.schema();

    private final ReadServices services;
    private final Schemas schemas;
    private final Targets targets;
    private final Background background;
    private final NodeTargets nodes;

    Finders(ReadServices services, Schemas schemas, Targets targets, Background background) {
        this.services = services;
        this.schemas = schemas;
        this.targets = targets;
        this.background = background;
        this.nodes = new NodeTargets(services.computers());
    }

    Shown<?> root(Request request, Reader reader) {
        return new Shown<>(
                schemas.root(),
                new Root(),
                tree -> JobLists.isOfSnapshots(tree) ? services.jobs().list(reader.caller()) : null);
    }

    Shown<?> view(Request request, Reader reader) {
        var view = view(request);
        return new Shown<>(
                schemas.views().of(view),
                view,
                tree -> JobLists.isOfSnapshots(tree) ? services.views().items(reader.caller(), view) : null);
    }

    /** The view that the path names, if the caller may know of it, else the primary one. */
    ShownView view(Request request) {
        return services.views().view(request);
    }

    Shown<?> item(Request request, Reader reader) {
        services.views().requireWay(request);
        return switch (targets.item(request)) {
            case Job job -> shown(ShownJob.visited(services, job, address(request)));
            case Folder folder -> shown(folder, request, reader);
        };
    }

    private Shown<?> shown(ShownJob job) {
        return new Shown<>(schemas.of(job), job);
    }

    private Shown<?> shown(Folder folder, Request request, Reader reader) {
        var shown = ShownFolder.visited(services, folder, address(request));
        return new Shown<>(
                schemas.of(shown),
                shown,
                tree -> JobLists.isOfSnapshots(tree) ? services.jobs().list(reader.caller(), folder) : null);
    }

    Shown<?> cell(Request request, Reader reader) {
        return new Shown<>(CELL, combination(request, reader));
    }

    Cell combination(Request request, Reader reader) {
        services.views().requireWay(request);
        var name = Match.of(request).capture("cell");
        var job = ShownJob.listed(services, targets.job(request));
        return Cell.of(job, reader).stream()
                .filter(cell -> cell.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(job.job.path() + " has no combination ‘" + name + "’"));
    }

    private static String address(Request request) {
        return Readers.path(Match.of(request).place());
    }

    /** As {@link #visitedJob}, when a folder is good as well. */
    void visitedItem(Request request) {
        services.views().requireWay(request);
        targets.item(request);
    }

    /** A view leads to every item, whether it shows it or not (remote-api.md §7.2). */
    ShownJob visitedJob(Request request) {
        services.views().requireWay(request);
        var job = targets.job(request);
        return ShownJob.visited(services, job, address(request));
    }

    Shown<?> scm(Request request, Reader reader) {
        var definition = ShownJob.listed(services, targets.job(request)).definition(reader);
        var scm = definition.part(hobson.engine.scm.Scm.class);
        var schema = scm.map(services.exports()::schemaOf).orElse(null);
        return scm.isEmpty() || schema == null ? new Shown<>(Scm.schema(), Scm.NONE) : shown(schema, scm.get());
    }

    @SuppressWarnings("unchecked") // it is the schema of this very object
    private static <T> Shown<T> shown(Schema<T, Reader> schema, Object object) {
        return new Shown<>(schema, (T) object);
    }

    Shown<?> build(Request request, Reader reader) {
        var build = visitedBuild(request);
        return new Shown<>(schemas.of(build), build);
    }

    ShownBuild visitedBuild(Request request) {
        services.views().requireWay(request);
        var build = targets.build(request);
        var place = Match.of(request).place();
        var address = Readers.path(place.subList(0, place.size() - 1));
        return new ShownBuild(ShownJob.visited(services, targets.job(request), address), build);
    }

    Shown<?> queue(Request request, Reader reader) {
        return new Shown<>(schemas.queueSchema(), new ShownQueue());
    }

    Shown<?> queueItem(Request request, Reader reader) {
        long id = number(Match.of(request).capture("item"));
        reader.loading().run();
        var view = services.queue().view(id).orElseThrow(() -> Refusal.notFound("there is no queue item " + id));
        var job = services.jobs()
                .find(view.item().jobId())
                .orElseThrow(() -> Refusal.notFound("the job of queue item " + id + " is gone"));
        requireReadable(job, reader);
        var item = new ShownItem(view, ShownJob.listed(services, job));
        return new Shown<>(schemas.queue().of(item), item);
    }

    private static void requireReadable(Job job, Reader reader) {
        if (reader.may(Permission.JOB_READ, job)) return;
        if (reader.may(Permission.JOB_DISCOVER, job)) throw new Denied(reader.caller(), null);
        throw Refusal.notFound("there is no queue item of the job ‘" + job.path() + "’");
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw Problem.badRequest("The id of a queue item is a number");
        }
    }

    Shown<?> computers(Request request, Reader reader) {
        return new Shown<>(schemas.computers().ofSet(), new ComputerSchemas.ComputerSet());
    }

    Shown<?> computer(Request request, Reader reader) {
        var computer = nodes.shown(request);
        return new Shown<>(schemas.computers().of(computer), computer);
    }

    Shown<?> executor(Request request, Reader reader) {
        var number = Match.of(request).capture("executor");
        return schemas.computers().executors(nodes.shown(request)).stream()
                .filter(executor -> Integer.toString(executor.number()).equals(number))
                .findFirst()
                .map(executor -> new Shown<>(schemas.executor(), executor))
                .orElseThrow(() -> Refusal.notFound("there is no executor " + number));
    }

    Shown<?> computerLoad(Request request, Reader reader) {
        return load(loadOfNode(request));
    }

    LoadStatistics loadOfNode(Request request) {
        return schemas.computers().load(nodes.shown(request));
    }

    Shown<?> shownLabel(Request request, Reader reader) {
        var label = label(request);
        return new Shown<>(schemas.labels().of(label), label);
    }

    Shown<?> labelLoad(Request request, Reader reader) {
        return load(loadOfLabel(request));
    }

    LoadStatistics loadOfLabel(Request request) {
        return schemas.labels().load(label(request));
    }

    ShownLabel label(Request request) {
        return ShownLabel.of(Match.of(request).capture("label"), services.computers());
    }

    /** The jobs that ask for the label, as far as the caller may see them. */
    List<Job> tiedTo(ShownLabel label, Reader reader) {
        return schemas.labels().tiedTo(label, reader);
    }

    Shown<?> serverLoad(Request request, Reader reader) {
        return load(background.loads().server());
    }

    Shown<?> unlabeledLoad(Request request, Reader reader) {
        return load(background.loads().unlabeled());
    }

    Shown<?> serverSeries(Request request, Reader reader) {
        var name = Match.of(request).capture("series");
        return new Shown<>(
                schemas.loads().ofSeries(),
                LoadSchemas.series(background.loads().server(), name));
    }

    private Shown<LoadStatistics> load(LoadStatistics load) {
        return new Shown<>(schemas.loads().of(load), load);
    }

    Shown<?> fingerprint(Request request, Reader reader) {
        var md5 = Match.of(request).capture("md5").toLowerCase(Locale.ROOT);
        reader.loading().run();
        return services.fingerprints()
                .find(md5)
                .map(print -> new Shown<>(schemas.fingerprint(), print))
                .orElseThrow(() -> Refusal.notFound("no file with the fingerprint " + md5 + " is known"));
    }
}
