package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.node.LabelExpression;
import hobson.engine.user.Permission;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Labels and conditions on labels (objects.md §11). */
final class LabelSchemas {
    private static final String ATOM = "hudson.model.labels.LabelAtom";

    private final ReadServices services;
    private final Schemas schemas;
    private final Background background;
    private final TiedJobs tied;
    private final List<ShownLabel> ofNode;
    private final Schema<ShownLabel, Reader> any;
    private final Schema<ShownLabel, Reader> atom;
    private final Map<String, Schema<ShownLabel, Reader>> expressions = new ConcurrentHashMap<>();

    LabelSchemas(ReadServices services, Schemas schemas, Background background) {
        this.services = services;
        this.schemas = schemas;
        this.background = background;
        this.tied = new TiedJobs(services.jobs(), services.definitions());
        this.ofNode = services.node().labels().stream().map(ShownLabel::new).toList();
        this.any = any();
        this.atom = Schema.<ShownLabel, Reader>named(ATOM)
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
                .integer(
                        "busyExecutors",
                        (label, _) -> covers(label) ? services.node().busy() : 0)
                .list("clouds", Kind.<Object, Reader>declared("hudson.slaves.Cloud", _ -> null), (_, _) -> List.of())
                .text("description", (_, _) -> null)
                .integer("idleExecutors", (label, _) -> covers(label) ? idle() : 0)
                .object("loadStatistics", schemas.loads().kind(), (label, _) -> load(label))
                .text("name", Show.at(2), (label, _) -> label.name())
                .list("nodes", schemas.nodeKind(), (label, _) -> covers(label) ? List.of(new Root()) : List.of())
                .bool("offline", (label, _) -> !covers(label))
                .list("tiedJobs", schemas.itemKind("hudson.model.AbstractProject"), this::tied)
                .integer(
                        "totalExecutors",
                        (label, _) -> covers(label) ? services.node().executorCount() : 0)
                .build();
    }

    /** The labels of the built-in node. */
    List<ShownLabel> ofNode() {
        return ofNode;
    }

    Schema<ShownLabel, Reader> of(ShownLabel label) {
        var className = LabelText.className(label.name());
        return className.equals(ATOM)
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

    private boolean covers(ShownLabel label) {
        return LabelExpression.parse(label.name()).matches(services.node().labels());
    }

    private int idle() {
        return services.node().executorCount() - services.node().busy();
    }

    private List<ShownTopLevel> tied(ShownLabel label, Reader reader) {
        if (!reader.may(Permission.JOB_READ)) return List.of();
        reader.loading().run();
        return new ShownTopLevels(services, tied.to(label.name()));
    }
}
