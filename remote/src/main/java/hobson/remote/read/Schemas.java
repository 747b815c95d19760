package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.fingerprint.Fingerprint;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.remote.api.View;

/** The schemas of all objects that refer to each other. Immutable once made; the kinds look schemas up when they are used. */
final class Schemas {
    private final Actions actions;
    private final LoadSchemas loads = new LoadSchemas();
    private final Schema<HealthReport, Reader> health = HealthReport.schema();
    private final Schema<Fingerprint, Reader> fingerprint;
    private final Schema<ShownJob, Reader> job;
    private final Schema<ShownBuild, Reader> build;
    private final Schema<ShownExecutor, Reader> executor;
    private final QueueSchemas queue;
    private final Schema<ShownQueue, Reader> queueSchema;
    private final ComputerSchemas computers;
    private final LabelSchemas labels;
    private final ViewSchemas views;
    private final Schema<Root, Reader> root;

    Schemas(ReadServices services, Background background) {
        actions = new Actions(services.exports(), new Causes(services.users()));
        fingerprint = new FingerprintSchema(services.jobs()).schema();
        job = new JobSchema(services, this).schema();
        build = new BuildSchema(services, this).schema();
        executor = new ExecutorSchema(services, this).schema();
        queue = new QueueSchemas(services, this);
        queueSchema = queue.queue();
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

    Schema<ShownJob, Reader> job() {
        return job;
    }

    Schema<ShownBuild, Reader> build() {
        return build;
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

    /** Jobs where any {@code declared} class may stand. */
    Kind<ShownJob, Reader> jobKind(String declared) {
        return Kind.declared(declared, _ -> job);
    }

    Kind<ShownBuild, Reader> buildKind(String declared) {
        return Kind.declared(declared, _ -> build);
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
        return Kind.declared("hudson.model.Queue$Item", item -> queue.of(item));
    }

    Kind<ShownLabel, Reader> labelKind() {
        return Kind.declared("hudson.model.labels.LabelAtom", label -> labels.of(label));
    }

    Kind<Root, Reader> nodeKind() {
        return Kind.declared("hudson.model.Node", _ -> root);
    }

    Kind<View, Reader> viewKind() {
        return Kind.declared("hudson.model.View", view -> views.of(view));
    }
}
