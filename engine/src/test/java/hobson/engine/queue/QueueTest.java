package hobson.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildStore;
import hobson.engine.build.Builds;
import hobson.engine.build.Cause;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobFormat;
import hobson.engine.item.JobGraph;
import hobson.engine.item.JobRegistry;
import hobson.engine.item.JobStore;
import hobson.engine.node.BuiltInNode;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueTest {
    private static final Job JOB =
            new Job(7, ItemPath.of("a"), 1, "project", null, false, false, false, List.of(), 1, null, null);
    private static final Cause.User ANN = new Cause.User("ann");
    private static final Cause.User BOB = new Cause.User("bob");

    private final QueueOnPaper store = new QueueOnPaper();
    private final List<QueueItem> cancelled = new ArrayList<>();
    private final Queue queue = queue();

    private Queue queue() {
        var everybody = new Authorization.Unsecured();
        var clock = InstantSource.fixed(Instant.EPOCH);
        var jobs = new JobRegistry(everybody);
        var definitions = new Definitions(unused(JobStore.class), unused(JobFormat.class), 1);
        var builds = new Builds(unused(BuildStore.class), jobs, new BuildFolders(Path.of("unused")));
        var node = new BuiltInNode(1, "", false);
        return new Queue(
                store,
                new Blockage(jobs, definitions, new JobGraph(jobs), builds, clock),
                node,
                new PlacementRule(jobs, definitions, node),
                everybody,
                clock,
                cancelled::add);
    }

    /** What no test here may come to. */
    private static <T> T unused(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> {
            throw new AssertionError(method + " was called");
        }));
    }

    private Submission submit(Cause cause, @Nullable String key, ParameterValue... values) {
        return queue.submit(Caller.ANONYMOUS, new Trigger(JOB, List.of(cause), List.of(values), 5_000, key));
    }

    @Test
    void submit_equalTrigger_isFoldedIntoTheOneThatWaits() {
        long id = submit(ANN, null).itemId();

        assertThat(submit(BOB, null)).isEqualTo(new Submission(Submission.Outcome.MERGED, id));
        assertThat(store.waiting()).extracting(QueueItem::causes).containsExactly(List.of(ANN, BOB));
    }

    @Test
    void submit_otherValues_waitBesideIt() {
        submit(ANN, null, new ParameterValue.Line("P", "1"));

        assertThat(submit(ANN, null, new ParameterValue.Line("P", "2")).outcome())
                .isEqualTo(Submission.Outcome.CREATED);
        assertThat(queue.views()).hasSize(2);
    }

    @Test
    void submit_sameKeyAgain_isTheSameItemAndAddsNoCause() {
        long id = submit(ANN, "key").itemId();

        assertThat(submit(BOB, "key")).isEqualTo(new Submission(Submission.Outcome.REPEATED, id));
        assertThat(store.waiting()).extracting(QueueItem::causes).containsExactly(List.of(ANN));
    }

    @Test
    void submit_keyOfAFoldedTrigger_isTheItemThatItWasFoldedInto() {
        long id = submit(ANN, null).itemId();

        assertThat(submit(BOB, "key")).isEqualTo(new Submission(Submission.Outcome.MERGED, id));
        assertThat(submit(BOB, "key")).isEqualTo(new Submission(Submission.Outcome.REPEATED, id));
        assertThat(store.waiting()).extracting(QueueItem::causes).containsExactly(List.of(ANN, BOB));
    }

    @Test
    void submit_veryManyEqualTriggers_keepTheFirstCauses() {
        submit(ANN, null);
        for (int i = 0; i < 2 * QueueItem.MOST_CAUSES; i++) {
            submit(BOB, null);
        }

        var causes = store.waiting().getFirst().causes();
        assertThat(causes).hasSize(QueueItem.MOST_CAUSES).startsWith(ANN, BOB);
    }

    @Test
    void submit_storeIsBroken_leavesNothingBehind() {
        store.broken(true);

        assertThatThrownBy(() -> submit(ANN, null)).hasMessage("the disk is full");

        assertThat(queue.views()).isEmpty();
        store.broken(false);
        assertThat(submit(ANN, null).outcome()).isEqualTo(Submission.Outcome.CREATED);
    }

    @Test
    void cancel_waitingItem_isToldOnceTheStoreKnows() {
        long id = submit(ANN, null).itemId();

        queue.cancel(Caller.ANONYMOUS, id);

        assertThat(cancelled).extracting(QueueItem::id).containsExactly(id);
        assertThat(store.cancelled).containsOnlyKeys(id);
        assertThat(queue.left(id)).isCompletedWithValue(0);
    }

    @Test
    void cancel_storeIsBroken_itemWaitsOn() {
        long id = submit(ANN, null).itemId();
        store.broken(true);

        assertThatThrownBy(() -> queue.cancel(Caller.ANONYMOUS, id)).hasMessage("the disk is full");

        assertThat(queue.waitingView(id)).isNotNull();
        assertThat(cancelled).isEmpty();
        store.broken(false);
        queue.cancel(Caller.ANONYMOUS, id);
        assertThat(queue.views()).isEmpty();
    }
}
