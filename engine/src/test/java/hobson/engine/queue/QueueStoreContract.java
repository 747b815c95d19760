package hobson.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import hobson.engine.build.Cause;
import hobson.engine.build.Result;
import hobson.engine.event.Change;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the queue must do. */
public abstract class QueueStoreContract extends StoreContract {
    private static final Duration WEEK = Duration.ofDays(7);

    private long job;

    @BeforeEach
    void givenJob() {
        job = givenJob("a").id();
    }

    @Test
    void waiting_emptyQueue_isEmpty() {
        assertThat(stores.queue().waiting()).isEmpty();
        assertThat(stores.queue().lastId()).isNotNegative();
    }

    @Test
    void submit_items_waitInOrderOfTheirIds() {
        assertThat(stores.queue().submit(item(7, job), null, CHANGE)).isEqualTo(7);
        assertThat(stores.queue().submit(item(5, job), null, CHANGE)).isEqualTo(5);

        assertThat(stores.queue().waiting()).containsExactly(item(5, job), item(7, job));
        assertThat(stores.queue().lastId()).isEqualTo(7);
    }

    @Test
    void submit_itemWithEverything_isAsItWasGiven() {
        submitted(fullItem(1, job));

        assertThat(stores.queue().waiting())
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(fullItem(1, job));
    }

    @Test
    void submit_noParameters_isNotTheSameAsAnEmptyList() {
        submitted(new QueueItem(1, job, 1, 1, List.of(), List.of()));
        submitted(new QueueItem(2, job, 1, 1, List.of(), null));

        assertThat(stores.queue().waiting()).extracting(QueueItem::parameters).containsExactly(List.of(), null);
    }

    @Test
    void submit_keyThatWasUsed_addsNothing() {
        stores.queue().submit(item(1, job), "key", CHANGE);
        int eventsBefore = events().size();

        assertThat(stores.queue().submit(item(2, job), "key", CHANGE)).isEqualTo(1);

        assertThat(stores.queue().waiting()).containsExactly(item(1, job));
        assertThat(events()).hasSize(eventsBefore);
        assertThat(stores.queue().submitted("key", NOW.toEpochMilli())).hasValue(1);
        assertThat(stores.queue().submitted("other", NOW.toEpochMilli())).isEmpty();
    }

    @Test
    void submit_keyOfAnItemThatHasLeft_addsNothing() {
        stores.queue().submit(item(1, job), "key", CHANGE);
        stores.builds().start(running(job, 1, 1), CHANGE);

        assertThat(stores.queue().submit(item(2, job), "key", CHANGE)).isEqualTo(1);
        assertThat(stores.queue().waiting()).isEmpty();
    }

    @Test
    void submit_keyThatWasUsedSevenDaysAgo_isANewKey() {
        stores.queue().submit(item(1, job), "key", CHANGE);
        var almost = NOW.plus(WEEK).minusMillis(1);
        var then = NOW.plus(WEEK);

        assertThat(stores.queue().submitted("key", almost.toEpochMilli())).hasValue(1);
        assertThat(stores.queue().submitted("key", then.toEpochMilli())).isEmpty();
        assertThat(stores.queue().submit(item(2, job), "key", new Change(almost, "alice")))
                .isEqualTo(1);
        assertThat(stores.queue().submit(item(2, job), "key", new Change(then, "alice")))
                .isEqualTo(2);
        assertThat(stores.queue().submitted("key", then.toEpochMilli())).hasValue(2);
    }

    @Test
    void submit_keyWhoseJobIsGone_isANewKey() {
        stores.queue().submit(item(1, job), "key", CHANGE);
        deleteJob(job);
        var again = givenJob("a").id();

        assertThat(stores.queue().submitted("key", NOW.toEpochMilli())).isEmpty();
        assertThat(stores.queue().submit(item(2, again), "key", CHANGE)).isEqualTo(2);
    }

    @Test
    void submit_strangeKeys_areToldApart() {
        var longKey = "k".repeat(100_000);
        stores.queue().submit(item(1, job), STRANGE, CHANGE);
        stores.queue().submit(item(2, job), longKey, CHANGE);
        stores.queue().submit(item(3, job), "", CHANGE);

        assertThat(stores.queue().submitted(STRANGE, NOW.toEpochMilli())).hasValue(1);
        assertThat(stores.queue().submitted(longKey, NOW.toEpochMilli())).hasValue(2);
        assertThat(stores.queue().submitted(longKey + "k", NOW.toEpochMilli())).isEmpty();
        assertThat(stores.queue().submitted("", NOW.toEpochMilli())).hasValue(3);
    }

    @Test
    void update_waitingItem_writesCausesAndDueTime() {
        submitted(item(1, job));
        var folded = item(1, job).folded(List.of(new Cause.Timer()), 17);

        stores.queue().update(folded, null, CHANGE);

        assertThat(stores.queue().waiting()).containsExactly(folded);
    }

    @Test
    void update_withKey_givesTheKeyToTheItem() {
        submitted(item(1, job));
        submitted(item(2, job));
        stores.queue().update(item(1, job), "key", CHANGE);
        stores.queue().update(item(2, job), "key", CHANGE);

        assertThat(stores.queue().submitted("key", NOW.toEpochMilli())).hasValue(1);
    }

    @Test
    void update_itemThatHasLeft_changesNothing() {
        submitted(item(1, job));
        stores.queue().cancel(1, CHANGE);
        int eventsBefore = events().size();

        stores.queue().update(item(1, job).folded(List.of(new Cause.Timer()), 17), null, CHANGE);

        assertThat(stores.queue().waiting()).isEmpty();
        assertThat(stores.queue().left(1)).contains(new LeftItem(item(1, job), 0));
        assertThat(events()).hasSize(eventsBefore);
    }

    @Test
    void cancel_waitingItem_leaves() {
        submitted(item(1, job));
        submitted(item(2, job));

        stores.queue().cancel(1, CHANGE);

        assertThat(stores.queue().waiting()).containsExactly(item(2, job));
        assertThat(stores.queue().left(1)).hasValueSatisfying(left -> {
            assertThat(left).isEqualTo(new LeftItem(item(1, job), 0));
            assertThat(left.cancelled()).isTrue();
        });
    }

    @Test
    void cancel_itemThatHasBecomeABuild_changesNothing() {
        var build = started(job, 1);
        int eventsBefore = events().size();

        stores.queue().cancel(build.queueId(), CHANGE);

        assertThat(stores.queue().left(build.queueId()))
                .hasValueSatisfying(left -> assertThat(left.build()).isEqualTo(1));
        assertThat(events()).hasSize(eventsBefore);
    }

    @Test
    void left_itemThatWaitsOrNeverWas_isEmpty() {
        submitted(item(1, job));

        assertThat(stores.queue().left(1)).isEmpty();
        assertThat(stores.queue().left(2)).isEmpty();
    }

    @Test
    void lastId_afterTheNewestItemIsGone_isNotLower() {
        submitted(item(41, job));
        stores.builds().start(running(job, 1, 41), CHANGE);
        stores.builds().delete(job, 1, CHANGE);
        assertThat(stores.queue().lastId()).isEqualTo(41);

        submitted(item(42, job));
        stores.queue().cancel(42, CHANGE);
        stores.queue().forget(Long.MAX_VALUE);
        assertThat(stores.queue().lastId()).isEqualTo(42);

        submitted(item(43, job));
        deleteJob(job);
        assertThat(stores.queue().lastId()).isEqualTo(43);
    }

    @Test
    void forget_oldItems_forgetsOnlyTheCancelledOnes() {
        submitted(item(1, job));
        var build = started(job, 1);
        concurrently(1_100, i -> {
            submitted(item(i + 100, job));
            stores.queue().cancel(i + 100, CHANGE);
        });
        submitted(item(2_000, job));
        stores.queue().cancel(2_000, new Change(NOW.plusMillis(1), "alice"));

        stores.queue().forget(NOW.plusMillis(1).toEpochMilli());

        assertThat(stores.queue().left(101)).isEmpty();
        assertThat(stores.queue().left(1_200)).isEmpty();
        assertThat(stores.queue().left(2_000)).isPresent();
        assertThat(stores.queue().left(build.queueId())).isPresent();
        assertThat(stores.queue().waiting()).containsExactly(item(1, job));
    }

    @Test
    void forget_oldKeys_areNewKeys() {
        stores.queue().submit(item(1, job), "old", CHANGE);
        stores.queue().submit(item(2, job), "young", new Change(NOW.plusMillis(1), "alice"));

        stores.queue().forget(NOW.plusMillis(1).toEpochMilli());

        assertThat(stores.queue().submitted("old", NOW.toEpochMilli())).isEmpty();
        assertThat(stores.queue().submitted("young", NOW.toEpochMilli())).hasValue(2);
        assertThat(stores.queue().waiting()).hasSize(2);
    }

    @Test
    void left_itemWhoseBuildIsOver_stillAnswers() {
        var build = completed(job, 1, Result.SUCCESS);

        assertThat(stores.queue().left(build.queueId())).contains(new LeftItem(item(build.queueId(), job), 1));
    }
}
