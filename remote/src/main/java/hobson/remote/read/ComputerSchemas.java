package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.engine.node.ExecutorCount;
import hobson.engine.user.Permission;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import hobson.remote.route.NodeTargets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The set of nodes and each of them (objects.md §10). */
final class ComputerSchemas {
    static final String BUILT_IN = "Built-In Node";

    private final Computers computers;
    private final Schemas schemas;
    private final Background background;
    private final MonitorSchemas monitors = new MonitorSchemas();
    private final OfflineCauses causes = new OfflineCauses();
    private final Schema<Computer, Reader> builtIn;
    private final Schema<Computer, Reader> agent;
    private final Schema<ComputerSet, Reader> set;

    record ComputerSet() {}

    ComputerSchemas(ReadServices services, Schemas schemas, Background background) {
        this.computers = services.computers();
        this.schemas = schemas;
        this.background = background;
        var any = computer();
        this.builtIn = Schema.<Computer, Reader>named("hudson.model.Hudson$MasterComputer")
                .extend(any)
                .build();
        this.agent = Schema.<Computer, Reader>named("hudson.slaves.SlaveComputer")
                .extend(any)
                .text("absoluteRemotePath", (computer, reader) -> remotePath(computer, reader))
                .build();
        this.set = Schema.<ComputerSet, Reader>named("hudson.model.ComputerSet")
                .integer(
                        "busyExecutors",
                        (_, _) -> ExecutorCount.online(listed()).busy())
                .list(
                        "computer",
                        Show.DEFAULT.inline(),
                        Kind.<Computer, Reader>declared("hudson.model.Computer", this::of)
                                .among(this::all),
                        (_, _) -> listed())
                .text("displayName", (_, _) -> "Nodes")
                .integer(
                        "totalExecutors",
                        (_, _) -> ExecutorCount.online(listed()).all())
                .build();
    }

    /** The built-in node, then the agents by name. */
    List<Computer> listed() {
        return computers.all().stream().filter(NodeTargets::isListed).toList();
    }

    Schema<Computer, Reader> of(Computer computer) {
        return computer.node().isBuiltIn() ? builtIn : agent;
    }

    List<Schema<Computer, Reader>> all() {
        return List.of(builtIn, agent);
    }

    Schema<ComputerSet, Reader> ofSet() {
        return set;
    }

    static String displayName(Computer computer) {
        return computer.node().isBuiltIn() ? BUILT_IN : computer.name();
    }

    private Schema<Computer, Reader> computer() {
        var actionable = Schema.<Computer, Reader>named("hudson.model.Actionable")
                .list("actions", schemas.actions().kind(), (_, _) -> List.of())
                .build();
        var any = Schema.<Computer, Reader>named("hudson.model.Computer").extend(actionable);
        identity(any);
        state(any);
        return any.build();
    }

    private void identity(SchemaBuilder<Computer, Reader> any) {
        any.list("assignedLabels", schemas.labelKind(), (computer, _) -> LabelSchemas.of(computer))
                .text("description", (computer, _) -> NodeSchemas.description(computer))
                .text("displayName", (computer, _) -> displayName(computer))
                .text("icon", (computer, _) -> icon(computer))
                .text("iconClassName", (computer, _) -> icon(computer))
                .bool("jnlpAgent", (computer, _) -> computer.node().isInbound())
                .bool("launchSupported", (computer, _) -> !computer.node().isInbound())
                .bool("manualLaunchAllowed", (_, _) -> true)
                .integer("numExecutors", (computer, _) -> computer.node().executors());
    }

    private void state(SchemaBuilder<Computer, Reader> any) {
        any.list("executors", schemas.executorKind(), (computer, _) -> executors(computer))
                .bool("idle", (computer, _) -> computer.isIdle())
                .object("loadStatistics", schemas.loads().kind(), (computer, _) -> load(computer))
                .map("monitorData", Show.DEFAULT.inline(), monitors.kind(), this::monitorData)
                .bool("offline", (computer, _) -> !computer.isOnline())
                .object("offlineCause", causes.kind(), (computer, _) -> computer.offlineCause())
                .text("offlineCauseReason", (computer, _) -> OfflineCauses.reason(computer.offlineCause()))
                .list("oneOffExecutors", schemas.executorKind(), (_, _) -> List.of())
                .bool("temporarilyOffline", (computer, _) -> computer.node().mark() != null);
    }

    private static String icon(Computer computer) {
        if (computer.node().mark() != null) return "symbol-computer-disconnected";
        return computer.isConnected() ? "symbol-computer" : "symbol-computer-offline";
    }

    LoadStatistics load(Computer computer) {
        return background.loads().of(NodeSchemas.selfLabel(computer));
    }

    List<ShownExecutor> executors(Computer computer) {
        return computer.executors().all().stream()
                .map(executor ->
                        new ShownExecutor(executor.number(), executor.build().orElse(null)))
                .toList();
    }

    private Map<String, @Nullable Object> monitorData(Computer computer, Reader reader) {
        if (!reader.may(Permission.NODE_CONNECT, computer.node())) return Map.of();
        return MonitorSchemas.values(
                computer.node().isBuiltIn() ? background.monitors().latest() : null);
    }

    private static @Nullable String remotePath(Computer computer, Reader reader) {
        boolean known = computer.isConnected() && reader.may(Permission.NODE_CONNECT, computer.node());
        return known ? computer.node().remoteRoot() : null;
    }
}
