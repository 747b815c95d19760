package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hobson.engine.Refusal;
import hobson.engine.StoreContract;
import hobson.engine.build.Build.Phase;
import hobson.engine.item.Job;
import hobson.engine.test.TestTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of builds must do. */
public abstract class BuildStoreContract extends StoreContract {
    private long job;

    @BeforeEach
    void givenJob() {
        job = givenJob("a").id();
    }

    @Test
    void start_build_takesItsItemOutOfTheQueue() {
        submitted(item(4, job));
        submitted(item(5, job));

        var build = running(job, 1, 4);
        stores.builds().start(build, CHANGE);

        assertThat(stores.queue().waiting()).containsExactly(item(5, job));
        assertThat(stores.queue().left(4)).hasValueSatisfying(left -> {
            assertThat(left.item()).isEqualTo(item(4, job));
            assertThat(left.build()).isEqualTo(1);
            assertThat(left.cancelled()).isFalse();
        });
        assertThat(stores.builds().find(job, 1)).contains(build);
        assertThat(stores.builds().inProgress()).containsExactly(build);
    }

    @Test
    void starting_severalOfOneJob_areWrittenInTheirOrder() {
        submitted(item(4, job));
        submitted(item(5, job));
        submitted(item(6, job));

        var first = stores.builds().starting(running(job, 1, 4), CHANGE);
        var twice = stores.builds().starting(running(job, 1, 5), CHANGE);
        var last = stores.builds().starting(running(job, 2, 6), CHANGE);
        last.await();
        refused(Refusal.Kind.CONFLICT, twice::await);
        first.await();

        assertThat(stores.builds().inProgress()).containsExactly(running(job, 1, 4), running(job, 2, 6));
        assertThat(stores.queue().waiting()).containsExactly(item(5, job));
        assertThat(loaded(job).nextBuildNumber()).isEqualTo(3);
    }

    @Test
    void start_build_showsOnItsJob() {
        completed(job, 1, Result.SUCCESS);

        var build = started(job, 2);

        assertThat(loaded(job).nextBuildNumber()).isEqualTo(3);
        assertThat(loaded(job).newest()).isEqualTo(build.summary());
        assertThat(loaded(job).completed())
                .isEqualTo(new BuildSummary(1, Result.SUCCESS, NOW.toEpochMilli() + 1, 1_500));
        assertThat(loaded(job).building()).isTrue();
    }

    @Test
    void start_numberAfterAGap_isTheNewest() {
        started(job, 1);
        started(job, 40);

        assertThat(loaded(job).nextBuildNumber()).isEqualTo(41);
        assertThat(stores.builds().history(job))
                .extracting(BuildSummary::number)
                .containsExactly(40, 1);
    }

    @Test
    void start_itemThatHasBecomeABuild_isRefusedAndChangesNothing() {
        var first = started(job, 1);
        var before = loaded(job);
        int eventsBefore = events().size();

        refused(Refusal.Kind.CONFLICT, () -> stores.builds().start(running(job, 2, first.queueId()), CHANGE));

        assertThat(loaded(job)).isEqualTo(before);
        assertThat(stores.builds().find(job, 2)).isEmpty();
        assertThat(stores.queue().left(first.queueId()))
                .hasValueSatisfying(left -> assertThat(left.build()).isEqualTo(1));
        assertThat(events()).hasSize(eventsBefore);
    }

    @Test
    void start_itemThatWasCancelled_isRefused() {
        submitted(item(4, job));
        stores.queue().cancel(4, CHANGE);

        refused(Refusal.Kind.CONFLICT, () -> stores.builds().start(running(job, 1, 4), CHANGE));
        assertThat(stores.builds().history(job)).isEmpty();
    }

    @Test
    void start_itemOfAnotherJob_isRefused() {
        submitted(item(4, givenJob("b").id()));

        refused(Refusal.Kind.CONFLICT, () -> stores.builds().start(running(job, 1, 4), CHANGE));
        assertThat(stores.queue().waiting()).hasSize(1);
    }

    @Test
    void start_numberThatWasUsed_isRefusedAndLeavesTheItemWaiting() {
        started(job, 1);
        submitted(item(4, job));

        refused(Refusal.Kind.CONFLICT, () -> stores.builds().start(running(job, 1, 4), CHANGE));
        assertThat(stores.queue().waiting()).containsExactly(item(4, job));
    }

    @Test
    void start_numberOfADeletedBuild_isRefused() {
        completed(job, 1, Result.SUCCESS);
        stores.builds().delete(job, 1, CHANGE);
        submitted(item(4, job));

        refused(Refusal.Kind.CONFLICT, () -> stores.builds().start(running(job, 1, 4), CHANGE));
    }

    @Test
    void start_jobThatIsGone_isRefused() {
        submitted(item(4, 99));

        refused(Refusal.Kind.NOT_FOUND, () -> stores.builds().start(running(99, 1, 4), CHANGE));
    }

    @Test
    void find_buildWithEverything_isAsItWasGiven() {
        submitted(fullItem(4, job));
        var build = new Build(
                job,
                1,
                4,
                1_000,
                2_000,
                0,
                Phase.RUNNING,
                Result.UNSTABLE,
                "description " + STRANGE,
                "name " + STRANGE,
                true,
                "node-1",
                -1,
                "/var/ws/" + STRANGE,
                everyCause(),
                everyParameter(),
                List.of("alice", ""),
                new TestTotals(1, 2, 4, 0.5));

        stores.builds().start(build, CHANGE);

        assertThat(stores.builds().find(job, 1))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(build);
        assertThat(stores.queue().left(4))
                .hasValueSatisfying(left ->
                        assertThat(left.item()).usingRecursiveComparison().isEqualTo(fullItem(4, job)));
    }

    @Test
    void find_buildWithOtherCausesThanItsItem_keepsBoth() {
        submitted(fullItem(4, job));

        var build = running(job, 1, 4);
        stores.builds().start(build, CHANGE);

        assertThat(stores.builds().find(job, 1)).contains(build);
        assertThat(stores.queue().left(4))
                .hasValueSatisfying(left ->
                        assertThat(left.item()).usingRecursiveComparison().isEqualTo(fullItem(4, job)));
    }

    @Test
    void find_noBuild_isEmpty() {
        assertThat(stores.builds().find(job, 1)).isEmpty();
    }

    @Test
    void update_resultWhileRunning_isNotTheSummarysYet() {
        var build = started(job, 1).withResult(Result.UNSTABLE);

        stores.builds().update(build, CHANGE);

        assertThat(stores.builds().find(job, 1)).contains(build);
        assertThat(stores.builds().history(job)).containsExactly(build.summary());
        assertThat(loaded(job).newest()).isEqualTo(build.summary());
        assertThat(loaded(job).completed()).isNull();
    }

    @Test
    void update_finishing_isCompletedForItsJobAndStillInProgress() {
        var build = started(job, 1).withResult(Result.FAILURE).in(Phase.FINISHING, 700);

        stores.builds().update(build, CHANGE);

        assertThat(loaded(job).completed()).isEqualTo(new BuildSummary(1, Result.FAILURE, build.timestamp(), 700));
        assertThat(stores.builds().inProgress()).containsExactly(build);
    }

    @Test
    void update_completed_isNoLongerInProgress() {
        var build = completed(job, 1, Result.ABORTED);

        assertThat(stores.builds().inProgress()).isEmpty();
        assertThat(stores.builds().find(job, 1)).contains(build);
        assertThat(loaded(job).newest()).isEqualTo(build.summary());
        assertThat(loaded(job).completed()).isEqualTo(build.summary());
        assertThat(loaded(job).building()).isFalse();
    }

    @Test
    void update_olderBuildEndsAfterANewerOne_leavesTheNewerOneInPlace() {
        var older = started(job, 1);
        var newer = completed(job, 2, Result.SUCCESS);

        stores.builds().update(older.withResult(Result.FAILURE).in(Phase.COMPLETED, 9), CHANGE);

        assertThat(loaded(job).newest()).isEqualTo(newer.summary());
        assertThat(loaded(job).completed()).isEqualTo(newer.summary());
    }

    @Test
    void update_olderBuildEndsWhileANewerOneRuns_isTheCompletedOne() {
        var older = started(job, 1);
        var newer = started(job, 2);

        var ended = older.withResult(Result.FAILURE).in(Phase.COMPLETED, 9);
        stores.builds().update(ended, CHANGE);

        assertThat(loaded(job).newest()).isEqualTo(newer.summary());
        assertThat(loaded(job).completed()).isEqualTo(ended.summary());
        assertThat(stores.builds().inProgress()).containsExactly(newer);
    }

    @Test
    void update_noBuild_isRefused() {
        refused(Refusal.Kind.NOT_FOUND, () -> stores.builds().update(running(job, 1, 4), CHANGE));
    }

    @Test
    void delete_newestBuild_bringsBackTheOneBefore() {
        var first = completed(job, 1, Result.SUCCESS);
        var second = completed(job, 2, Result.FAILURE);

        stores.builds().delete(job, 2, CHANGE);

        assertThat(stores.builds().find(job, 2)).isEmpty();
        assertThat(stores.queue().left(second.queueId())).isEmpty();
        assertThat(loaded(job).newest()).isEqualTo(first.summary());
        assertThat(loaded(job).completed()).isEqualTo(first.summary());
        assertThat(loaded(job).nextBuildNumber()).isEqualTo(3);
    }

    @Test
    void delete_completedBuildBelowARunningOne_looksFurtherDown() {
        var first = completed(job, 1, Result.SUCCESS);
        completed(job, 2, Result.FAILURE);
        var running = started(job, 3);

        stores.builds().delete(job, 2, CHANGE);

        assertThat(loaded(job).newest()).isEqualTo(running.summary());
        assertThat(loaded(job).completed()).isEqualTo(first.summary());
    }

    @Test
    void delete_onlyBuild_leavesNone() {
        completed(job, 1, Result.SUCCESS);

        stores.builds().delete(job, 1, CHANGE);

        assertThat(loaded(job).newest()).isNull();
        assertThat(loaded(job).completed()).isNull();
        assertThat(loaded(job).nextBuildNumber()).isEqualTo(2);
        assertThat(stores.builds().history(job)).isEmpty();
    }

    @Test
    void delete_noBuild_doesNothing() {
        int eventsBefore = events().size();

        stores.builds().delete(job, 1, CHANGE);

        assertThat(events()).hasSize(eventsBefore);
    }

    @Test
    void history_ofOneJob_isNewestFirst() {
        var other = givenJob("b").id();
        completed(other, 1, Result.SUCCESS);
        var first = completed(job, 1, Result.SUCCESS);
        var second = completed(job, 2, Result.NOT_BUILT);
        var third = started(job, 3);

        assertThat(stores.builds().history(job)).containsExactly(third.summary(), second.summary(), first.summary());
        assertThat(stores.builds().history(77)).isEmpty();
    }

    @Test
    void find_manyOfSeveralJobs_areThoseThatThereAre() {
        var other = givenJob("b").id();
        var builds = new ArrayList<Build>(IntStream.rangeClosed(1, 40)
                .mapToObj(number -> completed(job, number, Result.SUCCESS))
                .toList());
        builds.add(completed(other, 1, Result.FAILURE));
        var ids = new ArrayList<>(builds.stream()
                .map(build -> new BuildId(build.jobId(), build.number()))
                .toList());
        ids.add(new BuildId(other, 2));

        assertThat(stores.builds().find(ids)).containsExactlyInAnyOrderElementsOf(builds);
        assertThat(stores.builds().find(ids.subList(3, 4))).containsExactly(builds.get(3));
        assertThat(stores.builds().find(List.of())).isEmpty();
    }

    @Test
    void inProgress_ofSeveralJobs_hasAllOfThem() {
        var other = givenJob("b").id();
        completed(job, 1, Result.SUCCESS);

        var running = List.of(started(job, 2), started(other, 1));

        assertThat(stores.builds().inProgress()).containsExactlyInAnyOrderElementsOf(running);
    }

    @Test
    void start_itemThatWasFolded_leavesWithItsNewCauses() {
        submitted(item(4, job));
        var folded = item(4, job).folded(List.of(new Cause.Timer()), 3);
        stores.queue().update(folded, null, CHANGE);

        stores.builds().start(running(job, 1, 4), CHANGE);

        assertThat(stores.queue().left(4))
                .hasValueSatisfying(left -> assertThat(left.item()).isEqualTo(folded));
    }

    @Test
    void load_jobsWithBuilds_needsNoBuildToBeRead() {
        completed(job, 1, Result.SUCCESS);
        started(job, 2);

        assertThat(allJobs()).singleElement().satisfies(now -> {
            assertThat(now).extracting(Job::nextBuildNumber).isEqualTo(3);
            assertThat(now.newest()).isEqualTo(stores.builds().history(job).getFirst());
            assertThat(now.completed()).isEqualTo(stores.builds().history(job).getLast());
        });
    }

    private static void refused(Refusal.Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .extracting(Refusal::kind)
                .isEqualTo(kind);
    }
}
