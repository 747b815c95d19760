package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.node.Computer;
import hobson.engine.node.Node;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes as labels show them: the server for the built-in one, else the agent (objects.md §11). */
final class NodeSchemas {
    private static final String BUILT_IN_DESCRIPTION = "the Jenkins controller's built-in node";

    private final Schemas schemas;
    private final Schema<Computer, Reader> agent;

    NodeSchemas(Schemas schemas) {
        this.schemas = schemas;
        this.agent = Schema.<Computer, Reader>named("hudson.slaves.DumbSlave")
                .extend(node())
                .build();
    }

    private Schema<Computer, Reader> node() {
        return Schema.<Computer, Reader>named("hudson.model.Node")
                .list("assignedLabels", schemas.labelKind(), (computer, _) -> LabelSchemas.of(computer))
                .text("mode", (computer, _) -> mode(computer))
                .text("nodeDescription", (computer, _) -> description(computer))
                .text("nodeName", Show.ALWAYS, (computer, _) -> computer.name())
                .integer("numExecutors", (computer, _) -> computer.node().executors())
                .build();
    }

    /** Nodes of any class: {@link Root} or {@link Computer}. */
    Kind<Object, Reader> kind() {
        return Kind.<Object, Reader>declared(
                        "hudson.model.Node", node -> node instanceof Computer ? agent : schemas.root())
                .among(() -> List.of(agent, schemas.root()));
    }

    static Object shown(Computer computer) {
        return computer.node().isBuiltIn() ? new Root() : computer;
    }

    static String mode(Computer computer) {
        return computer.node().isExclusive() ? "EXCLUSIVE" : "NORMAL";
    }

    static @Nullable String description(Computer computer) {
        return computer.node().isBuiltIn()
                ? BUILT_IN_DESCRIPTION
                : computer.node().description();
    }

    static String selfLabel(Computer computer) {
        return computer.node().isBuiltIn() ? Node.BUILT_IN_LABEL : computer.name();
    }
}
