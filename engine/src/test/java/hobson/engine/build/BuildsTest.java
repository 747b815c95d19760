package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.KnownJobs;
import hobson.engine.item.Wiring;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BuildsTest {
    @Test
    void start_jobIsBeingDeleted_isRefusedAndNothingRuns() {
        var job = new Job(1, ItemPath.of("a"), 1, "project", null, false, false, true, Wiring.NONE, 1, null, null);
        var builds = new Builds(withoutBuilds(), KnownJobs.of(job), new BuildFolders(Path.of("unused")));

        assertThatThrownBy(() -> builds.start(
                        job,
                        _ -> {
                            throw new AssertionError("it began");
                        },
                        Change.bySystem(Instant.EPOCH)))
                .isInstanceOf(Refusal.class);

        assertThat(builds.running()).isEmpty();
    }

    @Test
    void start_jobHasGotAnotherName_isRefusedAndNothingRuns() {
        var job = new Job(1, ItemPath.of("a"), 1, "project", null, false, false, false, Wiring.NONE, 1, null, null);
        var builds = new Builds(
                withoutBuilds(), KnownJobs.of(job.renamed(ItemPath.of("b"))), new BuildFolders(Path.of("unused")));

        assertThatThrownBy(() -> builds.start(
                        job,
                        _ -> {
                            throw new AssertionError("it began");
                        },
                        Change.bySystem(Instant.EPOCH)))
                .hasMessage("a is called b since a moment");

        assertThat(builds.running()).isEmpty();
    }

    @Test
    void takeUp_startWhoseAnswerWasLost_findsTheBuildOnce() {
        var job = new Job(1, ItemPath.of("a"), 1, "project", null, false, false, false, Wiring.NONE, 1, null, null);
        var begun = new Build(
                1, 1, 7, 0, 0, 0, Build.Phase.RUNNING, null, null, null, false, "", 0, "w", List.of(), null, List.of());
        var builds = new Builds(
                storeThat(name -> name.equals("inProgress") ? List.of(begun) : List.of()),
                KnownJobs.of(job),
                new BuildFolders(Path.of("unused")));

        assertThat(builds.takeUp(job, 6)).isEmpty();
        assertThat(builds.takeUp(job, 7)).contains(begun);
        assertThat(builds.isInProgress(new BuildId(1, 1))).isTrue();
        assertThat(builds.history(1).newest(1)).extracting(BuildSummary::number).containsExactly(1);
        assertThat(builds.takeUp(job, 7)).as("somebody runs it").isEmpty();
    }

    private static BuildStore withoutBuilds() {
        return storeThat(name -> {
            if (name.equals("history")) {
                return List.of();
            }
            throw new AssertionError(name + " was called");
        });
    }

    private static BuildStore storeThat(Function<String, Object> answers) {
        return (BuildStore) Proxy.newProxyInstance(
                BuildStore.class.getClassLoader(),
                new Class<?>[] {BuildStore.class},
                (_, method, _) -> answers.apply(method.getName()));
    }
}
