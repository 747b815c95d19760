package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.fingerprint.Fingerprint;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.remote.api.ShownView;
import java.util.ArrayList;
import java.util.List;

/** The schemas of all objects that refer to each other. Immutable once made; the kinds look schemas up when they are used. */
final class Schemas {
    private final Actions actions;
    private final LoadSchemas loads = new LoadSchemas();
    private final Schema<HealthReport, Reader> health = HealthReport.schema();
    private final Schema<Fingerprint, Reader> fingerprint;
    private final JobSchemas jobs;
    private final FolderSchemas folders;
    private final BuildSchemas builds;
    private final Schema<ShownExecutor, Reader> executor;
    private final QueueSchemas queue;
    private final Schema<ShownQueue, Reader> queueSchema;
    private final ComputerSchemas computers;
    private final LabelSchemas labels;
    private final NodeSchemas nodes;
    private final ViewSchemas views;
    private final Schema<Root, Reader> root;

    Schemas(ReadServices services, Background background) {
        actions = new Actions(services.exports(), new Causes(services.users()));
        fingerprint = new FingerprintSchema(services.jobs()).schema();
        jobs = new JobSchemas(services, this);
        folders = new FolderSchemas(services, this);
        builds = new BuildSchemas(services, this);
        executor = new ExecutorSchema(services, this).schema();
        queue = new QueueSchemas(services, this);
        queueSchema = queue.queue();
        nodes = new NodeSchemas(this);
        labels = new LabelSchemas(services, this, background);
        computers = new ComputerSchemas(services, this, background);
        views = new ViewSchemas(services, this);
        root = new RootSchema(services, this, background).schema();
    }

    Actions actions() {
        return actions;
    }

    LoadSchemas loads() {
        return loads;
    }

    Schema<HealthReport, Reader> health() {
        return health;
    }

    Schema<Fingerprint, Reader> fingerprint() {
        return fingerprint;
    }

    Schema<ShownJob, Reader> of(ShownJob job) {
        return jobs.of(job);
    }

    Schema<ShownFolder, Reader> of(ShownFolder folder) {
        return folders.of(folder);
    }

    Schema<ShownBuild, Reader> of(ShownBuild build) {
        return builds.of(build);
    }

    Schema<ShownExecutor, Reader> executor() {
        return executor;
    }

    QueueSchemas queue() {
        return queue;
    }

    Schema<ShownQueue, Reader> queueSchema() {
        return queueSchema;
    }

    ComputerSchemas computers() {
        return computers;
    }

    LabelSchemas labels() {
        return labels;
    }

    ViewSchemas views() {
        return views;
    }

    Schema<Root, Reader> root() {
        return root;
    }

    /** Jobs and folders where any {@code declared} class may stand. */
    Kind<ShownTopLevel, Reader> itemKind(String declared) {
        return Kind.<ShownTopLevel, Reader>declared(declared, this::of).among(this::items);
    }

    private Schema<? extends ShownTopLevel, Reader> of(ShownTopLevel item) {
        return switch (item) {
            case ShownJob job -> jobs.of(job);
            case ShownFolder folder -> folders.of(folder);
        };
    }

    /** Of jobs and folders of every kind. */
    List<Schema<? extends ShownTopLevel, Reader>> items() {
        var all = new ArrayList<Schema<? extends ShownTopLevel, Reader>>(jobs.all());
        all.addAll(folders.all());
        return all;
    }

    /** Of builds of jobs of every kind. */
    List<Schema<ShownBuild, Reader>> builds() {
        return builds.all();
    }

    Kind<ShownBuild, Reader> buildKind(String declared) {
        return Kind.<ShownBuild, Reader>declared(declared, build -> builds.of(build))
                .among(this::builds);
    }

    Kind<ShownBuild, Reader> runKind() {
        return buildKind("hudson.model.Run");
    }

    Kind<ShownExecutor, Reader> executorKind() {
        return Kind.exactly(() -> executor);
    }

    Kind<Fingerprint, Reader> fingerprintKind() {
        return Kind.exactly(() -> fingerprint);
    }

    Kind<ShownItem, Reader> queueItemKind() {
        return Kind.<ShownItem, Reader>declared("hudson.model.Queue$Item", item -> queue.of(item))
                .among(() -> queue.all());
    }

    Kind<ShownLabel, Reader> labelKind() {
        return Kind.<ShownLabel, Reader>declared("hudson.model.labels.LabelAtom", label -> labels.of(label))
                .among(() -> labels.all());
    }

    /** {@link NodeSchemas#shown Nodes}. */
    Kind<Object, Reader> nodeKind() {
        return nodes.kind();
    }

    Kind<ShownView, Reader> viewKind() {
        return Kind.<ShownView, Reader>declared("hudson.model.View", view -> views.of(view))
                .among(() -> views.all());
    }
}
