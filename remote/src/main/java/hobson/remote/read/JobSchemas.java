package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.Permalink;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.item.NoResume;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Jobs of every kind (objects.md §3). */
final class JobSchemas {
    private static final String PARAMETERS = "hudson.model.ParametersDefinitionProperty";
    private static final int MOST_BUILDS = 100;

    private final ReadServices services;
    private final Schemas schemas;
    private final Schema<ShownJob, Reader> job;
    private final Schema<ShownJob, Reader> project;
    private final Map<String, Schema<ShownJob, Reader>> byClass = new ConcurrentHashMap<>();

    JobSchemas(ReadServices services, Schemas schemas) {
        this.services = services;
        this.schemas = schemas;
        this.job = job(item());
        this.project = project();
    }

    /** Of every kind that there is. */
    List<Schema<ShownJob, Reader>> all() {
        return ItemClasses.JOBS.stream()
                .map(name -> byClass.computeIfAbsent(name, this::named))
                .toList();
    }

    Schema<ShownJob, Reader> of(ShownJob job) {
        return byClass.computeIfAbsent(job.job.kind(), this::named);
    }

    private Schema<ShownJob, Reader> named(String className) {
        var schema = Schema.<ShownJob, Reader>named(className);
        return switch (className) {
            case ItemClasses.EXTERNAL -> schema.extend(job).build();
            case ItemClasses.PIPELINE -> pipeline(schema.extend(job)).build();
            case ItemClasses.MATRIX ->
                schema.extend(project)
                        .list("activeConfigurations", Kind.exactly(Cell.schema()), Cell::of)
                        .build();
            case ItemClasses.MAVEN ->
                schema.extend(project)
                        .list(
                                "modules",
                                Kind.<Object, Reader>declared("hudson.maven.MavenModule", _ -> null),
                                (_, _) -> List.of())
                        .build();
            default -> schema.extend(project).build();
        };
    }

    /** It says again what projects say in a block of their own. */
    private SchemaBuilder<ShownJob, Reader> pipeline(SchemaBuilder<ShownJob, Reader> schema) {
        return schema.bool(
                        "concurrentBuild",
                        (job, reader) -> job.definition(reader).concurrent())
                .bool("disabled", (job, _) -> job.job.disabled())
                .bool("inQueue", (job, _) -> services.queue().isWaiting(job.job.id()))
                .object("queueItem", schemas.queueItemKind(), this::queueItem)
                .bool(
                        "resumeBlocked",
                        (job, reader) ->
                                job.definition(reader).part(NoResume.class).isPresent());
    }

    private Schema<ShownJob, Reader> project() {
        return Schema.<ShownJob, Reader>named("hudson.model.AbstractProject")
                .extend(job)
                .bool("concurrentBuild", (job, reader) -> job.definition(reader).concurrent())
                .bool("disabled", (job, _) -> job.job.disabled())
                .list("downstreamProjects", projects(), this::downstream)
                .text(
                        "labelExpression",
                        (job, reader) -> label(job.definition(reader).label()))
                .object(
                        "scm",
                        Kind.<Object, Reader>declared(
                                        "hudson.scm.SCM", scm -> scm instanceof Scm ? Scm.schema() : part(scm))
                                .among(this::scms),
                        (job, reader) -> scm(job.definition(reader)))
                .list(
                        "upstreamProjects",
                        projects(),
                        (job, reader) -> listed(services.graph().upstream(job.job), reader))
                .build();
    }

    private Schema<ShownJob, Reader> item() {
        var actionable = Schema.<ShownJob, Reader>named("hudson.model.Actionable")
                .list("actions", schemas.actions().kind(), this::actions)
                .build();
        return Schema.<ShownJob, Reader>named("hudson.model.AbstractItem")
                .extend(actionable)
                .text("description", (job, reader) -> job.definition(reader).description())
                .text("displayName", (job, _) -> job.job.label())
                .text("displayNameOrNull", (job, _) -> job.job.displayName())
                .text("fullDisplayName", (job, _) -> job.fullDisplayName())
                .text("fullName", (job, _) -> job.job.path().fullName())
                .text("name", Show.ALWAYS, (job, _) -> job.job.name())
                .text("url", Show.ALWAYS, ShownJob::url)
                .build();
    }

    private Schema<ShownJob, Reader> job(Schema<ShownJob, Reader> item) {
        var job = Schema.<ShownJob, Reader>named("hudson.model.Job")
                .extend(item)
                .rows("allBuilds", Show.at(-2), schemas.runKind(), (j, reader) -> builds(j, reader, Integer.MAX_VALUE))
                .bool("buildable", (j, _) -> j.job.buildable())
                .rows("builds", schemas.runKind(), (j, reader) -> builds(j, reader, MOST_BUILDS))
                .text("color", Show.at(2), (j, _) -> Colour.of(j.job))
                .list("healthReport", Kind.exactly(schemas.health()), HealthReport::of)
                .bool("inQueue", (j, _) -> services.queue().isWaiting(j.job.id()))
                .bool("keepDependencies", (j, reader) -> j.definition(reader).keepDependencies())
                .integer("nextBuildNumber", (j, _) -> j.job.nextBuildNumber())
                .list(
                        "property",
                        Show.DEFAULT.inline(),
                        Kind.<Object, Reader>declared("hudson.model.JobProperty", this::part)
                                .among(services.exports()::all),
                        this::properties)
                .object("queueItem", schemas.queueItemKind(), this::queueItem);
        permalinks(job);
        return job.build();
    }

    private void permalinks(SchemaBuilder<ShownJob, Reader> job) {
        permalink(job, "firstBuild", Permalink.FIRST);
        permalink(job, "lastBuild", Permalink.LAST);
        permalink(job, "lastCompletedBuild", Permalink.LAST_COMPLETED);
        permalink(job, "lastFailedBuild", Permalink.LAST_FAILED);
        permalink(job, "lastStableBuild", Permalink.LAST_STABLE);
        permalink(job, "lastSuccessfulBuild", Permalink.LAST_SUCCESSFUL);
        permalink(job, "lastUnstableBuild", Permalink.LAST_UNSTABLE);
        permalink(job, "lastUnsuccessfulBuild", Permalink.LAST_UNSUCCESSFUL);
    }

    private void permalink(SchemaBuilder<ShownJob, Reader> job, String name, Permalink permalink) {
        job.object(name, schemas.runKind(), (j, reader) -> j.build(permalink, reader));
    }

    private static BuildRows builds(ShownJob job, Reader reader, int most) {
        return new BuildRows(job, job.history(reader), most);
    }

    private @Nullable Schema<?, Reader> part(Object part) {
        return services.exports().schemaOf(part);
    }

    private List<Object> properties(ShownJob job, Reader reader) {
        var shown = new ArrayList<Object>();
        for (var part : job.definition(reader).parts()) {
            if (part(part) != null) shown.add(part);
        }
        return shown;
    }

    /** The declared parameters, and a place each for the actions to rename the job and to move one that is in a folder. */
    private List<Object> actions(ShownJob job, Reader reader) {
        var actions = new ArrayList<Object>(2);
        for (var part : job.definition(reader).parts()) {
            var schema = part(part);
            if (schema != null && schema.className().equals(PARAMETERS)) actions.add(part);
        }
        actions.add(new Actions.Hidden());
        if (!job.job.path().isTopLevel()) actions.add(new Actions.Hidden());
        return actions;
    }

    /** What an item waits for is found out by reading definitions of jobs. */
    private @Nullable ShownItem queueItem(ShownJob job, Reader reader) {
        if (!services.queue().isWaiting(job.job.id())) return null;
        reader.loading().run();
        var view = services.queue().waitingOf(job.job.id());
        return view == null ? null : new ShownItem(view, job);
    }

    private Kind<ShownTopLevel, Reader> projects() {
        return schemas.itemKind("hudson.model.AbstractProject");
    }

    private List<ShownTopLevel> downstream(ShownJob job, Reader reader) {
        return listed(services.graph().downstream(job.job), reader);
    }

    private List<ShownTopLevel> listed(List<Job> jobs, Reader reader) {
        return new ShownTopLevels(
                services,
                jobs.stream()
                        .filter(job -> services.jobs().isReadable(reader.caller(), job))
                        .toList());
    }

    private List<Schema<?, Reader>> scms() {
        var schemas = new ArrayList<>(services.exports().all());
        schemas.add(Scm.schema());
        return schemas;
    }

    private static Object scm(JobDefinition definition) {
        return definition
                .part(hobson.engine.scm.Scm.class)
                .map(Object.class::cast)
                .orElse(Scm.NONE);
    }

    private static @Nullable String label(Placement placement) {
        return switch (placement) {
            case Placement.Anywhere _, Placement.BuiltIn _ -> null;
            case Placement.Labelled(var expression) -> expression;
        };
    }
}
