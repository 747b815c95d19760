package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.queue.Queue.QuietDown;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.remote.api.ShownView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server, {@code hudson.model.Hudson} (objects.md §2). */
final class RootSchema {
    /** What is said of the port for inbound agents when there is none. */
    private static final int NO_PORT = -1;

    private final ReadServices services;
    private final Schemas schemas;
    private final Background background;

    RootSchema(ReadServices services, Schemas schemas, Background background) {
        this.services = services;
        this.schemas = schemas;
        this.background = background;
    }

    Schema<Root, Reader> schema() {
        var settings = services.settings();
        var loads = background.loads();
        var views = services.views();
        var jenkins = Schema.<Root, Reader>named("jenkins.model.Jenkins")
                .extend(node())
                .text("description", (_, _) -> settings.systemMessage())
                .list("jobs", schemas.itemKind("hudson.model.TopLevelItem"), (_, reader) -> jobs(reader))
                .object("overallLoad", schemas.loads().serverKind(), (_, _) -> loads.server())
                .object(
                        "primaryView",
                        schemas.viewKind(),
                        (_, _) -> views.primary(new ViewOwner.Top()).orElse(null))
                .text("quietDownReason", (_, _) -> quietDownReason())
                .bool("quietingDown", (_, _) -> services.queue().quietingDown().isPresent())
                .integer("slaveAgentPort", (_, _) -> NO_PORT)
                .object("unlabeledLoad", schemas.loads().kind(), (_, _) -> loads.unlabeled())
                .text("url", (_, _) -> settings.rootUrl())
                .bool("useCrumbs", (_, _) -> settings.crumbs())
                .bool("useSecurity", (_, reader) -> reader.authorization().secured())
                .list("views", schemas.viewKind(), (_, reader) -> views(reader))
                .build();
        return Schema.<Root, Reader>named("hudson.model.Hudson").extend(jenkins).build();
    }

    private @Nullable String quietDownReason() {
        return services.queue().quietingDown().map(QuietDown::reason).orElse(null);
    }

    private Schema<Root, Reader> node() {
        var node = services.computers().builtIn();
        return Schema.<Root, Reader>named("hudson.model.Node")
                .list("assignedLabels", schemas.labelKind(), (_, _) -> LabelSchemas.of(node))
                .text("mode", (_, _) -> NodeSchemas.mode(node))
                .text("nodeDescription", (_, _) -> NodeSchemas.description(node))
                .text("nodeName", Show.ALWAYS, (_, _) -> "")
                .integer("numExecutors", (_, _) -> node.node().executors())
                .build();
    }

    private List<ShownTopLevel> jobs(Reader reader) {
        return new ShownTopLevels(services, services.jobs().list(reader.caller()));
    }

    private List<ShownView> views(Reader reader) {
        return services.views().inside(reader.caller(), ViewPath.TOP);
    }
}
