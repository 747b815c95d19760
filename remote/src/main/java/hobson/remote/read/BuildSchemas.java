package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Estimate;
import hobson.engine.build.Result;
import hobson.engine.fingerprint.Fingerprint;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Builds of every kind of job (objects.md §4). */
final class BuildSchemas {
    private static final Show IDENTITY = Show.at(2);
    private static final Show MEMBER = Show.at(3);

    private final ReadServices services;
    private final Schemas schemas;
    private final ChangeSets changes;
    private final Schema<ShownBuild, Reader> run;
    private final Schema<ShownBuild, Reader> classic;
    private final Map<String, Schema<ShownBuild, Reader>> byClass = new ConcurrentHashMap<>();

    BuildSchemas(ReadServices services, Schemas schemas) {
        this.services = services;
        this.schemas = schemas;
        this.changes = new ChangeSets(services.users());
        this.run = run(Schema.<ShownBuild, Reader>named("hudson.model.Actionable")
                .list("actions", schemas.actions().kind(), this::actions)
                .build());
        this.classic = classic();
    }

    /** Of every kind that there is. */
    List<Schema<ShownBuild, Reader>> all() {
        return ItemClasses.JOBS.stream()
                .map(ItemClasses::build)
                .map(name -> byClass.computeIfAbsent(name, this::named))
                .toList();
    }

    Schema<ShownBuild, Reader> of(ShownBuild build) {
        return byClass.computeIfAbsent(ItemClasses.build(build.job.job.kind()), this::named);
    }

    private Schema<ShownBuild, Reader> named(String className) {
        var schema = Schema.<ShownBuild, Reader>named(className);
        return switch (className) {
            case "hudson.model.ExternalRun" -> schema.extend(run).build();
            case "org.jenkinsci.plugins.workflow.job.WorkflowRun" ->
                pipeline(schema.extend(run)).build();
            case "hudson.matrix.MatrixBuild" ->
                schema.extend(classic)
                        .list(
                                "runs",
                                Kind.<Object, Reader>declared("hudson.matrix.MatrixRun", _ -> null),
                                (_, _) -> List.of())
                        .build();
            case "hudson.maven.MavenModuleSetBuild" ->
                schema.extend(classic)
                        .value("mavenArtifacts", (_, _) -> null)
                        .text("mavenVersionUsed", (_, _) -> null)
                        .build();
            default -> schema.extend(classic).build();
        };
    }

    private SchemaBuilder<ShownBuild, Reader> pipeline(SchemaBuilder<ShownBuild, Reader> schema) {
        var neighbour = Kind.exactly(
                () -> byClass.computeIfAbsent("org.jenkinsci.plugins.workflow.job.WorkflowRun", this::named));
        return schema.list("changeSets", changes.kind(), changes::sets)
                .list("culprits", changes.culprits(), changes::culprits)
                .bool("inProgress", (build, reader) -> build.record(reader).inProgress())
                .object("nextBuild", neighbour, (build, reader) -> build.job.build(after(build, reader)))
                .object("previousBuild", neighbour, (build, reader) -> build.job.build(before(build, reader)));
    }

    private static @Nullable BuildSummary before(ShownBuild build, Reader reader) {
        return build.job.history(reader).before(build.number());
    }

    private static @Nullable BuildSummary after(ShownBuild build, Reader reader) {
        return build.job.history(reader).after(build.number());
    }

    private Schema<ShownBuild, Reader> classic() {
        return Schema.<ShownBuild, Reader>named("hudson.model.AbstractBuild")
                .extend(run)
                .text("builtOn", (build, reader) -> build.record(reader).builtOn())
                .object("changeSet", changes.kind(), changes::of)
                .list("culprits", changes.culprits(), changes::culprits)
                .build();
    }

    private Schema<ShownBuild, Reader> run(Schema<ShownBuild, Reader> actionable) {
        return Schema.<ShownBuild, Reader>named("hudson.model.Run")
                .extend(actionable)
                .list("artifacts", Kind.exactly(artifact()), this::artifacts)
                .bool("building", (build, _) -> build.summary.result() == null)
                .text("description", (build, reader) -> build.record(reader).description())
                .text("displayName", (build, reader) -> build.record(reader).label())
                .longInteger("duration", (build, _) -> build.summary.duration())
                .longInteger("estimatedDuration", (build, reader) -> Estimate.of(build.job.history(reader)))
                .object("executor", schemas.executorKind(), this::executor)
                .list("fingerprint", Show.at(-1).inline(), schemas.fingerprintKind(), this::fingerprints)
                .text("fullDisplayName", (build, reader) -> fullName(build, reader))
                .text("id", (build, _) -> Integer.toString(build.number()))
                .bool("inProgress", (build, reader) -> build.record(reader).inProgress())
                .bool("keepLog", (build, reader) -> build.record(reader).keep())
                .integer("number", IDENTITY, (build, _) -> build.number())
                .longInteger(
                        "queueId",
                        (build, reader) -> queueId(build.record(reader).queueId()))
                .text("result", this::result)
                .time("timestamp", (build, _) -> build.summary.timestamp())
                .text("url", IDENTITY, ShownBuild::url)
                .build();
    }

    private static Schema<ArtifactNames.Artifact, Reader> artifact() {
        return Schema.<ArtifactNames.Artifact, Reader>named("hudson.model.Run$Artifact")
                .text("displayPath", MEMBER, (artifact, _) -> artifact.displayPath())
                .text("fileName", MEMBER, (artifact, _) -> artifact.fileName())
                .text("relativePath", MEMBER, (artifact, _) -> artifact.relativePath())
                .build();
    }

    static String fullName(ShownBuild build, Reader reader) {
        return build.job.fullDisplayName() + " " + build.record(reader).label();
    }

    /** Parameters and causes come with the trigger; what the build did is added behind them. */
    private List<Object> actions(ShownBuild shown, Reader reader) {
        var build = shown.record(reader);
        var actions = new ArrayList<Object>(4);
        var parameters = build.parameters();
        if (parameters != null) actions.add(new Actions.Values(parameters));
        if (!build.causes().isEmpty()) actions.add(new Actions.CauseList(build.causes()));
        if (!build.interruptedBy().isEmpty()) actions.add(new Actions.Interruption(build.interruptedBy()));
        shown.sources(reader).ifPresent(sources -> actions.addAll(sources.more()));
        if (hasFingerprints(shown, reader)) actions.add(new Actions.Hidden());
        var tests = build.tests();
        if (tests != null) actions.add(tests);
        return actions;
    }

    private List<ArtifactNames.Artifact> artifacts(ShownBuild build, Reader reader) {
        reader.loading().run();
        return ArtifactNames.of(services.artifacts().of(build.id()));
    }

    private boolean hasFingerprints(ShownBuild build, Reader reader) {
        reader.loading().run();
        return services.fingerprints().any(build.job.job.id(), build.number());
    }

    private List<Fingerprint> fingerprints(ShownBuild build, Reader reader) {
        reader.loading().run();
        return services.fingerprints().of(build.job.job.id(), build.number());
    }

    private @Nullable ShownExecutor executor(ShownBuild build, Reader reader) {
        if (build.summary.result() != null) return null;
        var record = build.record(reader);
        return record.building() ? new ShownExecutor(record.executor(), build.id()) : null;
    }

    private @Nullable String result(ShownBuild build, Reader reader) {
        var result = build.summary.result();
        return name(result == null ? build.record(reader).result() : result);
    }

    /** A build that came from no queue item has none. */
    private static long queueId(long id) {
        return id > 0 ? id : -1;
    }

    private static @Nullable String name(@Nullable Result result) {
        return result == null ? null : result.name();
    }
}
