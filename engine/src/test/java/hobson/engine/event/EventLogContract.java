package hobson.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import hobson.engine.build.Build.Phase;
import hobson.engine.build.Result;
import hobson.engine.item.ItemPath;
import hobson.engine.user.User;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every event log must do, and which events the other stores append. */
public abstract class EventLogContract extends StoreContract {
    @Test
    void after_nothingHappened_isEmpty() {
        assertThat(stores.events().after(0, 10)).isEmpty();
    }

    @Test
    void after_changes_hasThemInOrder() {
        for (int i = 1; i <= 5; i++) {
            givenJob("job " + i);
        }

        assertThat(events())
                .extracting(Event::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
        assertThat(stores.events().after(2, 2)).extracting(Event::sequence).containsExactly(3L, 4L);
        assertThat(stores.events().after(5, 2)).isEmpty();
    }

    @Test
    void event_tellsWhenByWhomAndWhat() {
        var job = givenJob("a");
        assertThat(lastEvent()).isEqualTo(new Event(1, NOW, "alice", "job.created", "job:" + job.id()));

        stores.jobs().delete(List.of(job), Change.bySystem(NOW));
        assertThat(lastEvent()).isEqualTo(new Event(2, NOW, Change.SYSTEM, "job.deleted", "job:" + job.id()));
    }

    @Test
    void job_changed_isTold() {
        var job = givenJob("a");

        stores.jobs().configure(job, DOCUMENT, false, CHANGE);
        assertTold("job.configured", "job:" + job.id());
        stores.jobs().rename(List.of(job.renamed(ItemPath.of("b"))), CHANGE);
        assertTold("job.renamed", "job:" + job.id());
    }

    @Test
    void queueItem_itsWay_isTold() {
        long job = givenJob("a").id();

        submitted(item(7, job));
        assertTold("queue.submitted", "queue:7");
        stores.queue().update(item(7, job), null, CHANGE);
        assertTold("queue.updated", "queue:7");
        stores.queue().cancel(7, CHANGE);
        assertTold("queue.cancelled", "queue:7");
    }

    @Test
    void build_itsWay_isTold() {
        long job = givenJob("a").id();
        var subject = "build:" + job + "/1";

        var build = started(job, 1);
        assertTold("build.started", subject);
        stores.builds().update(build.withDescription("x"), CHANGE);
        assertTold("build.updated", subject);
        var finishing = build.withResult(Result.SUCCESS).in(Phase.FINISHING, 3);
        stores.builds().update(finishing, CHANGE);
        assertTold("build.finished", subject);
        var completed = finishing.in(Phase.COMPLETED, 4);
        stores.builds().update(completed, CHANGE);
        assertTold("build.completed", subject);
        stores.builds().update(completed.withKeep(true), CHANGE);
        assertTold("build.updated", subject);
        stores.builds().delete(job, 1, CHANGE);
        assertTold("build.deleted", subject);
    }

    @Test
    void user_changed_isTold() {
        stores.users().save(new User("Alice", "Alice", null, null, null, null, "seed", List.of()), CHANGE);
        assertTold("user.saved", "user:Alice");
        stores.users().delete("Alice", CHANGE);
        assertTold("user.deleted", "user:Alice");
    }

    @Test
    void forget_oldEvents_goesOnCounting() {
        concurrently(1_100, i -> submitted(item(i, 1)));
        stores.queue().submit(item(2_000, 1), null, new Change(NOW.plusMillis(1), "alice"));

        stores.events().forget(NOW.plusMillis(1));

        assertThat(events()).extracting(Event::sequence).containsExactly(1_101L);
        submitted(item(2_001, 1));
        assertThat(lastEvent().sequence()).isEqualTo(1_102);
    }

    @Test
    void forget_everything_keepsTheNewest() {
        submitted(item(1, 1));
        submitted(item(2, 1));

        stores.events().forget(NOW.plusSeconds(9));

        assertThat(events()).extracting(Event::sequence).containsExactly(2L);
        submitted(item(3, 1));
        assertThat(lastEvent().sequence()).isEqualTo(3);
    }

    private void assertTold(String type, String subject) {
        assertThat(lastEvent()).extracting(Event::type, Event::subject).containsExactly(type, subject);
    }
}
