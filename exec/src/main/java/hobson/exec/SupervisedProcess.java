package hobson.exec;

import hobson.engine.run.Launcher.RunningProcess;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;

/** A command under its supervisor, or what is known of one that ended before we looked. */
record SupervisedProcess(int supervisor, CompletableFuture<OptionalInt> end, IntConsumer killGroup)
        implements RunningProcess {

    static SupervisedProcess ended(OptionalInt code) {
        return new SupervisedProcess(0, CompletableFuture.completedFuture(code), _ -> {});
    }

    @Override
    public OptionalInt await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException impossible) { // it is completed with values only
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void stop(Duration grace, Map<String, String> cookies) {
        if (!end.isDone()) new Termination(supervisor, end, Cookies.of(cookies), killGroup).perform(grace);
    }
}
