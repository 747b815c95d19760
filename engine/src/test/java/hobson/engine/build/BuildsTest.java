package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import hobson.engine.StoreContract;
import hobson.engine.event.Change;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobTraits;
import hobson.engine.item.KnownJobs;
import hobson.engine.item.Wiring;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildsTest {
    @Test
    void start_jobIsBeingDeleted_isRefusedAndNothingRuns() {
        var job = new Job(
                1,
                ItemPath.of("a"),
                1,
                new JobTraits("project", null, false, Wiring.NONE, false, null),
                false,
                true,
                null,
                1,
                null,
                null);
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
        var job = new Job(
                1,
                ItemPath.of("a"),
                1,
                new JobTraits("project", null, false, Wiring.NONE, false, null),
                false,
                false,
                null,
                1,
                null,
                null);
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
    void delete_buildThatIsKept_stays() {
        var kept = StoreContract.build(1, 7).in(Build.Phase.COMPLETED, 5).withKeep(true);
        var builds = new Builds(with(kept), KnownJobs.of(), new BuildFolders(Path.of("unused")));

        assertThat(builds.delete(new BuildId(1, 7), Change.bySystem(Instant.EPOCH)))
                .isFalse();
    }

    private static BuildStore with(Build build) {
        return (BuildStore) Proxy.newProxyInstance(
                BuildStore.class.getClassLoader(), new Class<?>[] {BuildStore.class}, (_, method, _) -> {
                    if (method.getName().equals("find")) {
                        return Optional.of(build);
                    }
                    throw new AssertionError(method + " was called");
                });
    }

    private static BuildStore withoutBuilds() {
        return (BuildStore) Proxy.newProxyInstance(
                BuildStore.class.getClassLoader(), new Class<?>[] {BuildStore.class}, (_, method, _) -> {
                    if (method.getName().equals("history")) {
                        return List.of();
                    }
                    throw new AssertionError(method + " was called");
                });
    }
}
