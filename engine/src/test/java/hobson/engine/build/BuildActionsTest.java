package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobTraits;
import hobson.engine.item.KnownJobs;
import hobson.engine.item.Wiring;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BuildActionsTest {
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch written = new CountDownLatch(1);

    @Test
    @Timeout(60)
    void toggleKeep_whileAnotherOneIsWritten_togglesWhatThatMade() throws Exception {
        var traits = new JobTraits("project", null, false, Wiring.NONE, false, null);
        var jobs = KnownJobs.of(new Job(1, ItemPath.of("a"), 1, traits, false, false, null, 2, null, null));
        var builds = new Builds(slow(StoreContract.build(1, 1)), jobs, new BuildFolders(Path.of("unused")));
        builds.recover();
        var actions = new BuildActions(builds, jobs, new Authorization.Unsecured(), InstantSource.system());
        Runnable toggle = () -> actions.toggleKeep(Caller.SYSTEM, new BuildId(1, 1));

        var first = Thread.ofPlatform().start(toggle);
        writing.await();
        var second = Thread.ofPlatform().start(toggle);
        while (second.getState() != Thread.State.WAITING && second.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        written.countDown();
        first.join();
        second.join();

        assertThat(builds.find(1, 1)).get().returns(false, Build::keep);
    }

    /** Writes when it is told to. */
    private BuildStore slow(Build running) {
        return (BuildStore) Proxy.newProxyInstance(
                BuildStore.class.getClassLoader(), new Class<?>[] {BuildStore.class}, (_, method, _) -> {
                    return switch (method.getName()) {
                        case "inProgress" -> List.of(running);
                        case "history" -> List.of(running.summary());
                        case "update" -> {
                            writing.countDown();
                            written.await();
                            yield true;
                        }
                        default -> throw new AssertionError(method + " was called");
                    };
                });
    }
}
