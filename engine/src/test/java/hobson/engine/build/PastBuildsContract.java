package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store must do with builds of another server. */
public abstract class PastBuildsContract extends StoreContract {
    private static Build past(long job, int number, long queueId) {
        return running(job, number, queueId).withResult(Result.UNSTABLE).in(Build.Phase.COMPLETED, 900);
    }

    @Test
    void adopt_builds_areThereAsTheyWereGiven() {
        var job = givenJob("a");
        var builds = List.of(past(job.id(), 3, 70), past(job.id(), 8, 75));

        stores.pastBuilds().adopt(job.id(), builds, 12, CHANGE);

        assertThat(stores.builds().find(job.id(), 3)).contains(builds.getFirst());
        assertThat(stores.builds().history(job.id()))
                .extracting(BuildSummary::number)
                .containsExactly(8, 3);
        assertThat(loaded(job.id()).nextBuildNumber()).isEqualTo(12);
        assertThat(loaded(job.id()).completed()).isEqualTo(builds.getLast().summary());
        assertThat(stores.queue().lastId()).isEqualTo(75);
        assertThat(lastEvent().subject()).isEqualTo("build:" + job.id() + "/8");
    }

    @Test
    void adopt_again_changesNothing() {
        var job = givenJob("a");
        var builds = List.of(past(job.id(), 3, 70));
        stores.pastBuilds().adopt(job.id(), builds, 4, CHANGE);
        var before = events();

        stores.pastBuilds().adopt(job.id(), builds, 4, CHANGE);

        assertThat(events()).isEqualTo(before);
        assertThat(loaded(job.id()).nextBuildNumber()).isEqualTo(4);
    }

    @Test
    void adopt_queueItemThatIsAnotherHere_comesFromNone() {
        var job = givenJob("a");
        completed(job.id(), 1, Result.SUCCESS);

        stores.pastBuilds().adopt(job.id(), List.of(past(job.id(), 9, 1)), 1, CHANGE);

        assertThat(stores.builds().find(job.id(), 9).orElseThrow().queueId()).isZero();
        assertThat(stores.builds().find(job.id(), 1).orElseThrow().queueId()).isEqualTo(1);
    }
}
