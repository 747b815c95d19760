package hobson.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.build.Cause;
import hobson.engine.item.ItemStore;
import hobson.engine.item.Job;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.time.Alarm;
import hobson.engine.user.Caller;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QueueTest {
    private static final Job JOB = House.job(7);
    private static final Cause.User ANN = new Cause.User("ann");
    private static final Cause.User BOB = new Cause.User("bob");

    private final House house = new House(InstantSource.fixed(Instant.EPOCH), 2, House.job(8));
    private final QueueOnPaper store = house.store;
    private final List<QueueItem> cancelled = house.cancelled;
    private final Queue queue = house.queue;

    private Submission submit(Cause cause, @Nullable String key, ParameterValue... values) {
        return queue.submit(Caller.ANONYMOUS, new Trigger(JOB, List.of(cause), List.of(values), 5_000, key));
    }

    private long submit(Job job, long delayMillis) {
        return queue.submit(Caller.ANONYMOUS, new Trigger(job, List.of(ANN), null, delayMillis, null))
                .itemId();
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
    void submit_equalTriggersOfManyCallers_theStoreKeepsTheCausesOfAll() throws Exception {
        for (int round = 0; round < 20; round++) {
            var job = House.job(100 + round);
            try (var callers = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 40; i++) {
                    var _ = callers.submit(() -> submit(job, 5_000));
                }
            }

            assertThat(store.waiting().getLast().causes()).hasSize(40);
        }
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

        queue.cancel(Caller.ANONYMOUS, JOB, id);

        assertThat(cancelled).extracting(QueueItem::id).containsExactly(id);
        assertThat(store.cancelled).containsOnlyKeys(id);
        assertThat(queue.left(id)).isCompletedWithValue(0);
    }

    @Test
    void view_whileTheItemIsBeingCancelled_isNotNothing() {
        long id = submit(ANN, null).itemId();
        var seen = new ArrayList<Optional<QueueView>>();
        store.beforeWrites(() -> seen.add(queue.view(id)));

        queue.cancel(Caller.ANONYMOUS, JOB, id);

        assertThat(seen).singleElement().satisfies(view -> assertThat(view).isPresent());
        assertThat(queue.view(id)).containsInstanceOf(QueueView.Left.class);
    }

    @Test
    void cancel_storeIsBroken_itemWaitsOn() {
        long id = submit(ANN, null).itemId();
        store.broken(true);

        assertThatThrownBy(() -> queue.cancel(Caller.ANONYMOUS, JOB, id)).hasMessage("the disk is full");

        assertThat(queue.waitingView(id)).isNotNull();
        assertThat(cancelled).isEmpty();
        store.broken(false);
        queue.cancel(Caller.ANONYMOUS, JOB, id);
        assertThat(queue.views()).isEmpty();
    }

    @Test
    @Timeout(20) // by itself it would sleep longer
    void submit_everyExecutorIsBusy_tellsWhoSleepsThatAQuietPeriodEndsSooner() throws Exception {
        house.computers.builtIn().take();
        house.computers.builtIn().take();

        submit(House.job(1), 5_000);

        queue.alarm().await(Alarm.NEVER);
        assertThat(queue.nextDue()).isEqualTo(5_000);
    }

    @Test
    void assign_definitionIsUnreadable_othersGetTheirExecutors() {
        submit(House.job(1), 0);
        long unreadable = submit(House.job(8), 0);
        submit(House.job(2), 0);

        assertThat(queue.assign())
                .extracting(assignment -> assignment.entry().item.jobId())
                .containsExactly(1L, 2L);
        assertThat(store.waiting()).extracting(QueueItem::id).contains(unreadable);
    }

    @Test
    void assign_definitionIsBeingRead_nobodyWaitsForTheStore() {
        var slow = new CompletableFuture<Queue>();
        var documents = (ItemStore) Proxy.newProxyInstance(
                ItemStore.class.getClassLoader(), new Class<?>[] {ItemStore.class}, (_, _, _) -> {
                    var meanwhile =
                            CompletableFuture.supplyAsync(() -> slow.join().isWaiting(8));
                    assertThat(meanwhile.get(20, TimeUnit.SECONDS)).isTrue();
                    return new byte[0];
                });
        slow.complete(new House(InstantSource.fixed(Instant.EPOCH), 2, documents, House.job(8)).queue);
        slow.join().submit(Caller.ANONYMOUS, new Trigger(House.job(8), List.of(ANN), null, 0, null));

        assertThat(slow.join().assign()).hasSize(1);
    }
}
