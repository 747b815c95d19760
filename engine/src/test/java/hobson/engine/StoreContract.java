package hobson.engine;

import hobson.engine.build.Build;
import hobson.engine.build.Cause;
import hobson.engine.build.Result;
import hobson.engine.event.Change;
import hobson.engine.event.Event;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.ItemStore;
import hobson.engine.item.Job;
import hobson.engine.item.JobTraits;
import hobson.engine.item.Wiring;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.QueueItem;
import hobson.engine.secret.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of the stores have in common. Extend each of them, and hand over stores that are empty. */
public abstract class StoreContract {
    protected static final Instant NOW = Instant.parse("2026-01-05T08:00:00.123Z");
    protected static final Change CHANGE = new Change(NOW, "alice");
    protected static final byte[] DOCUMENT = {'<', 'p', '/', '>'};
    protected static final String STRANGE = "ä\u0000\n\t'\"\\ % 日本 🚀 </script>";

    protected Stores stores;

    protected abstract Stores emptyStores();

    @BeforeEach
    void open() {
        stores = emptyStores();
    }

    protected static Job unsaved(String path) {
        return Job.created(
                ItemPath.of(path),
                new JobTraits(
                        "project",
                        "The " + path,
                        true,
                        new Wiring(
                                List.of("a", "folder/b"),
                                List.of("../up"),
                                List.of("H * * * *\n# ä"),
                                List.of("@daily"),
                                List.of("example.org/r"),
                                true),
                        false,
                        null),
                true);
    }

    protected Job givenJob(String path) {
        return givenJob(unsaved(path), DOCUMENT, false);
    }

    protected Job givenJob(Job job, byte[] document, boolean secret) {
        return (Job) stores.jobs()
                .create(List.of(new ItemStore.Added(job, document, secret)), CHANGE)
                .getFirst();
    }

    protected void deleteJob(long id) {
        stores.jobs().delete(List.of(unsaved("gone").withId(id)), CHANGE);
    }

    protected Job loaded(long id) {
        return allJobs().stream()
                .filter(job -> job.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("job " + id));
    }

    protected List<Job> allJobs() {
        return ItemRegistry.jobs(allItems());
    }

    protected List<Item> allItems() {
        var items = new ArrayList<Item>();
        stores.jobs().load(items::add);
        return items;
    }

    protected static QueueItem item(long id, long jobId) {
        return new QueueItem(id, jobId, 1_000 + id, 6_000 + id, List.of(new Cause.User("alice")), null);
    }

    /** An item with everything that an item can have. */
    protected static QueueItem fullItem(long id, long jobId) {
        return new QueueItem(id, jobId, 1_000 + id, 6_000 + id, everyCause(), everyParameter());
    }

    protected static List<Cause> everyCause() {
        return List.of(
                new Cause.User("alice"),
                new Cause.User(null),
                new Cause.Remote("192.0.2.7", "note " + STRANGE),
                new Cause.Remote("192.0.2.7", null),
                new Cause.Upstream(
                        "folder/up",
                        7,
                        List.of(
                                new Cause.Upstream(
                                        "top",
                                        3,
                                        List.of(
                                                new Cause.Timer(),
                                                new Cause.Commit("0a1b"),
                                                new Cause.Webhook("ä"),
                                                new Cause.CommandLine("ü"),
                                                new Cause.Change())),
                                new Cause.User("bob"))),
                new Cause.Timer());
    }

    protected static List<ParameterValue> everyParameter() {
        return List.of(
                new ParameterValue.Line("LINE", STRANGE),
                new ParameterValue.Text("TEXT", "one\ntwo\n".repeat(20_000)),
                new ParameterValue.Flag("YES", true),
                new ParameterValue.Flag("NO", false),
                new ParameterValue.Password("PASSWORD", new Secret("c2VjcmV0")),
                new ParameterValue.File("FILE", "data.bin", "upload-17"),
                new ParameterValue.Run("RUN", "folder/up", 7));
    }

    protected void submitted(QueueItem item) {
        stores.queue().submit(item, null, CHANGE);
    }

    /** A build that runs, of no queue item in particular. */
    public static Build build(long jobId, int number) {
        return running(jobId, number, 1);
    }

    protected static Build running(long jobId, int number, long queueId) {
        var timestamp = NOW.toEpochMilli() + number;
        return Build.begun(jobId, number, queueId, timestamp, List.of(new Cause.User("alice")), null)
                .on("", 1);
    }

    /** A build that was started from a queue item of its own. */
    protected Build started(long jobId, int number) {
        long queueId = stores.queue().lastId() + 1;
        submitted(item(queueId, jobId));
        var build = running(jobId, number, queueId);
        stores.builds().start(build, CHANGE);
        return build;
    }

    protected Build completed(long jobId, int number, Result result) {
        var build = started(jobId, number).withResult(result).in(Build.Phase.COMPLETED, 1_500);
        stores.builds().update(build, CHANGE);
        return build;
    }

    /** Calls it with 1 to {@code count}, by many threads at once. */
    protected static void concurrently(int count, IntConsumer call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.rangeClosed(1, count)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> call.accept(i), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    protected List<Event> events() {
        return stores.events().after(0, Integer.MAX_VALUE);
    }

    protected Event lastEvent() {
        return events().getLast();
    }
}
