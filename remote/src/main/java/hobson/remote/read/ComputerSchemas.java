package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.node.BuiltInNode;
import hobson.engine.user.Permission;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The set of nodes and the built-in node (objects.md §10). */
final class ComputerSchemas {
    static final String BUILT_IN = "Built-In Node";

    private static final String ICON = "symbol-computer";

    private final ReadServices services;
    private final Schemas schemas;
    private final Background background;
    private final MonitorSchemas monitors = new MonitorSchemas();
    private final Schema<Computer, Reader> computer;
    private final Schema<ComputerSet, Reader> set;

    /** The built-in node as something that runs builds. */
    record Computer() {}

    record ComputerSet() {}

    ComputerSchemas(ReadServices services, Schemas schemas, Background background) {
        this.services = services;
        this.schemas = schemas;
        this.background = background;
        this.computer = computer();
        var node = services.node();
        this.set = Schema.<ComputerSet, Reader>named("hudson.model.ComputerSet")
                .integer("busyExecutors", (_, _) -> node.busy())
                .list(
                        "computer",
                        Show.DEFAULT.inline(),
                        Kind.<Computer, Reader>declared("hudson.model.Computer", _ -> computer),
                        (_, _) -> List.of(new Computer()))
                .text("displayName", (_, _) -> "Nodes")
                .integer("totalExecutors", (_, _) -> node.executorCount())
                .build();
    }

    Schema<Computer, Reader> ofBuiltIn() {
        return computer;
    }

    Schema<ComputerSet, Reader> ofSet() {
        return set;
    }

    private Schema<Computer, Reader> computer() {
        var actionable = Schema.<Computer, Reader>named("hudson.model.Actionable")
                .list("actions", schemas.actions().kind(), (_, _) -> List.of())
                .build();
        var any = Schema.<Computer, Reader>named("hudson.model.Computer").extend(actionable);
        identity(any);
        state(any);
        return Schema.<Computer, Reader>named("hudson.model.Hudson$MasterComputer")
                .extend(any.build())
                .build();
    }

    private void identity(SchemaBuilder<Computer, Reader> computer) {
        computer.list(
                        "assignedLabels",
                        schemas.labelKind(),
                        (_, _) -> schemas.labels().ofNode())
                .text("description", (_, _) -> RootSchema.NODE_DESCRIPTION)
                .text("displayName", (_, _) -> BUILT_IN)
                .text("icon", (_, _) -> ICON)
                .text("iconClassName", (_, _) -> ICON)
                .bool("jnlpAgent", (_, _) -> false)
                .bool("launchSupported", (_, _) -> true)
                .bool("manualLaunchAllowed", (_, _) -> true)
                .integer("numExecutors", (_, _) -> services.node().executorCount());
    }

    /** This node is there as long as the server is: it is never offline. */
    private void state(SchemaBuilder<Computer, Reader> computer) {
        var cause = Kind.<Object, Reader>declared("hudson.slaves.OfflineCause", _ -> null);
        computer.list("executors", schemas.executorKind(), (_, _) -> executors())
                .bool("idle", (_, _) -> services.node().busy() == 0)
                .object("loadStatistics", schemas.loads().kind(), (_, _) -> load())
                .map("monitorData", Show.DEFAULT.inline(), monitors.kind(), (_, reader) -> monitorData(reader))
                .bool("offline", (_, _) -> false)
                .object("offlineCause", cause, (_, _) -> null)
                .text("offlineCauseReason", (_, _) -> "")
                .list("oneOffExecutors", schemas.executorKind(), (_, _) -> List.of())
                .bool("temporarilyOffline", (_, _) -> false);
    }

    LoadStatistics load() {
        return background.loads().of(BuiltInNode.SELF_LABEL);
    }

    List<ShownExecutor> executors() {
        return services.node().executors().stream()
                .map(executor ->
                        new ShownExecutor(executor.number(), executor.build().orElse(null)))
                .toList();
    }

    private Map<String, @Nullable Object> monitorData(Reader reader) {
        return reader.may(Permission.NODE_CONNECT)
                ? MonitorSchemas.values(background.monitors().latest())
                : Map.of();
    }
}
