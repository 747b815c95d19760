package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.Job;
import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.engine.node.ExecutorCount;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Labels and conditions on labels (objects.md §11). */
final class LabelSchemas {
    private final ReadServices services;
    private final Computers computers;
    private final Schemas schemas;
    private final Background background;
    private final TiedJobs tied;
    private final Schema<ShownLabel, Reader> any;
    private final Schema<ShownLabel, Reader> atom;
    private final Map<String, Schema<ShownLabel, Reader>> expressions = new ConcurrentHashMap<>();

    LabelSchemas(ReadServices services, Schemas schemas, Background background) {
        this.services = services;
        this.computers = services.computers();
        this.schemas = schemas;
        this.background = background;
        this.tied = new TiedJobs(services.jobs(), services.definitions());
        this.any = any();
        this.atom = Schema.<ShownLabel, Reader>named(LabelText.ATOM)
                .extend(any)
                .list(
                        "propertiesList",
                        Kind.<Object, Reader>declared("hudson.model.labels.LabelAtomProperty", _ -> null),
                        (_, _) -> List.of())
                .build();
    }

    private Schema<ShownLabel, Reader> any() {
        var actionable = Schema.<ShownLabel, Reader>named("hudson.model.Actionable")
                .list("actions", schemas.actions().kind(), (_, _) -> List.of())
                .build();
        return Schema.<ShownLabel, Reader>named("hudson.model.Label")
                .extend(actionable)
                .integer("busyExecutors", (label, _) -> executors(label).busy())
                .list("clouds", Kind.<Object, Reader>declared("hudson.slaves.Cloud", _ -> null), (_, _) -> List.of())
                .text("description", (_, _) -> null)
                .integer("idleExecutors", (label, _) -> executors(label).idle())
                .object("loadStatistics", schemas.loads().kind(), (label, _) -> load(label))
                .text("name", Show.at(2), (label, _) -> label.name())
                .list("nodes", schemas.nodeKind(), (label, _) -> nodes(label))
                .bool(
                        "offline",
                        (label, _) -> label.carriers(computers).stream().noneMatch(Computer::isOnline))
                .list("tiedJobs", schemas.itemKind("hudson.model.AbstractProject"), this::tied)
                .integer("totalExecutors", (label, _) -> executors(label).all())
                .build();
    }

    /** The labels that the node carries. */
    static List<ShownLabel> of(Computer computer) {
        return computer.labels().stream().map(ShownLabel::atom).toList();
    }

    /** Those whose class is always the same. */
    List<Schema<ShownLabel, Reader>> all() {
        return List.of(atom);
    }

    Schema<ShownLabel, Reader> of(ShownLabel label) {
        var className = label.className();
        return className.equals(LabelText.ATOM)
                ? atom
                : expressions.computeIfAbsent(
                        className,
                        name -> Schema.<ShownLabel, Reader>named(name)
                                .extend(any)
                                .build());
    }

    LoadStatistics load(ShownLabel label) {
        return background.loads().of(label.name());
    }

    private ExecutorCount executors(ShownLabel label) {
        return ExecutorCount.online(label.carriers(computers));
    }

    private List<Object> nodes(ShownLabel label) {
        return label.carriers(computers).stream().map(NodeSchemas::shown).toList();
    }

    private List<ShownTopLevel> tied(ShownLabel label, Reader reader) {
        return new ShownTopLevels(services, tiedTo(label, reader));
    }

    /** Reads the definitions of jobs that changed. */
    List<Job> tiedTo(ShownLabel label, Reader reader) {
        reader.loading().run();
        return tied.to(label.name()).stream()
                .filter(job -> services.jobs().isReadable(reader.caller(), job))
                .toList();
    }
}
