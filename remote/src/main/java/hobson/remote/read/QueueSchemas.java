package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.queue.QueueView;
import hobson.engine.user.Permission;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The queue and its items (objects.md §9). */
final class QueueSchemas {
    private final ReadServices services;
    private final Schemas schemas;
    private final Schema<ShownItem, Reader> item;
    private final Schema<ShownItem, Reader> waiting;
    private final Schema<ShownItem, Reader> blocked;
    private final Schema<ShownItem, Reader> buildable;
    private final Schema<ShownItem, Reader> left;

    QueueSchemas(ReadServices services, Schemas schemas) {
        this.services = services;
        this.schemas = schemas;
        this.item = item();
        this.waiting = kind("WaitingItem", item)
                .time("timestamp", Show.ALWAYS, (item, _) -> item.view().item().due())
                .build();
        var notWaiting = kind("NotWaitingItem", item)
                .time("buildableStartMilliseconds", Show.ALWAYS, (item, _) -> buildableSince(item.view()))
                .build();
        this.blocked = kind("BlockedItem", notWaiting).build();
        this.buildable = kind("BuildableItem", notWaiting)
                .bool("pending", Show.ALWAYS, (item, _) -> item.view() instanceof QueueView.Buildable b && b.pending())
                .build();
        this.left = kind("LeftItem", item)
                .bool("cancelled", Show.ALWAYS, (item, _) -> build(item.view()) == 0)
                .object("executable", Show.ALWAYS, schemas.buildKind("hudson.model.Queue$Executable"), this::executable)
                .build();
    }

    private static SchemaBuilder<ShownItem, Reader> kind(String name, Schema<ShownItem, Reader> parent) {
        return Schema.<ShownItem, Reader>named("hudson.model.Queue$" + name).extend(parent);
    }

    private Schema<ShownItem, Reader> item() {
        var actionable = Schema.<ShownItem, Reader>named("hudson.model.Actionable")
                .list("actions", schemas.actions().kind(), (item, _) -> actions(item))
                .build();
        return Schema.<ShownItem, Reader>named("hudson.model.Queue$Item")
                .extend(actionable)
                .visibility(999)
                .bool("blocked", (item, _) -> item.view() instanceof QueueView.Blocked)
                .bool("buildable", (item, _) -> item.view() instanceof QueueView.Buildable)
                .longInteger("id", (item, _) -> item.view().item().id())
                .time("inQueueSince", (item, _) -> item.view().item().since())
                .text(
                        "params",
                        (item, _) -> ParameterTexts.of(item.view().item().parameters()))
                .bool("stuck", (item, _) -> item.view() instanceof QueueView.Buildable b && b.stuck())
                .object("task", schemas.itemKind("hudson.model.Queue$Task"), (item, _) -> item.task())
                .text("url", (item, _) -> "queue/item/" + item.view().item().id() + "/")
                .text("why", (item, reader) -> why(item.view(), reader))
                .build();
    }

    List<Schema<ShownItem, Reader>> all() {
        return List.of(waiting, blocked, buildable, left);
    }

    Schema<ShownItem, Reader> of(ShownItem item) {
        return switch (item.view()) {
            case QueueView.Waiting _ -> waiting;
            case QueueView.Blocked _ -> blocked;
            case QueueView.Buildable _ -> buildable;
            case QueueView.Left _ -> left;
        };
    }

    Schema<ShownQueue, Reader> queue() {
        var task = Schema.<String, Reader>named("hudson.model.Queue$StubTask")
                .visibility(999)
                .text("name", (name, _) -> name)
                .build();
        var stub = Schema.<String, Reader>named("hudson.model.Queue$StubItem")
                .visibility(999)
                .object("task", Kind.exactly(task), (name, _) -> name)
                .build();
        return Schema.<ShownQueue, Reader>named("hudson.model.Queue")
                .list(
                        "discoverableItems",
                        Show.DEFAULT.inline(),
                        Kind.exactly(stub),
                        (_, reader) -> discoverable(reader))
                .list("items", Show.DEFAULT.inline(), schemas.queueItemKind(), (_, reader) -> items(reader))
                .build();
    }

    List<ShownItem> items(Reader reader) {
        return all(reader, job -> services.jobs().isReadable(reader.caller(), job));
    }

    private List<String> discoverable(Reader reader) {
        return all(
                        reader,
                        job -> reader.may(Permission.JOB_DISCOVER, job)
                                && !services.jobs().isReadable(reader.caller(), job))
                .stream()
                .map(item -> item.task().job.name())
                .toList();
    }

    /** What items wait for is found out by reading definitions of jobs. */
    private List<ShownItem> all(Reader reader, Predicate<Job> shown) {
        reader.loading().run();
        var items = new ArrayList<ShownItem>();
        for (var view : services.queue().views()) {
            services.jobs()
                    .find(view.item().jobId())
                    .filter(shown)
                    .ifPresent(job -> items.add(new ShownItem(view, ShownJob.listed(services, job))));
        }
        return items;
    }

    private static List<Object> actions(ShownItem shown) {
        var item = shown.view().item();
        var actions = new ArrayList<Object>(2);
        var parameters = item.parameters();
        if (parameters != null) actions.add(new Actions.Values(parameters));
        actions.add(new Actions.CauseList(item.causes()));
        return actions;
    }

    /** In words that name no job which the caller may not read. */
    @Nullable
    String why(QueueView view, Reader reader) {
        var why = view.reason();
        return why == null ? null : WhyText.of(why, project -> isReadable(project, reader));
    }

    private boolean isReadable(String project, Reader reader) {
        return services.jobs()
                .find(ItemPath.of(project))
                .filter(job -> services.jobs().isReadable(reader.caller(), job))
                .isPresent();
    }

    private static long buildableSince(QueueView view) {
        return switch (view) {
            case QueueView.Blocked item -> item.buildableSince();
            case QueueView.Buildable item -> item.buildableSince();
            case QueueView.Waiting item -> item.item().due();
            case QueueView.Left item -> item.item().due();
        };
    }

    private static int build(QueueView view) {
        return view instanceof QueueView.Left left ? left.build() : 0;
    }

    private @Nullable ShownBuild executable(ShownItem item, Reader reader) {
        int build = build(item.view());
        return build == 0 ? null : item.task().build(item.task().history(reader).find(build));
    }
}
