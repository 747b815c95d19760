package hobson.server;

import hobson.engine.build.Builds;
import hobson.engine.settings.Lifecycle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a running server is told to end: by a signal, or over HTTP. The first wish counts. Used by many threads. */
final class End implements Lifecycle {
    private static final long IDLE_CHECK_MILLIS = 100;

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean whenIdle;
    private volatile CompletableFuture<Wish> wish = new CompletableFuture<>();

    /** What was asked for. */
    enum Wish {
        RESTART,
        EXIT
    }

    @Override
    public void restart() {
        wish.complete(Wish.RESTART);
    }

    @Override
    public void exit() {
        wish.complete(Wish.EXIT);
    }

    @Override
    public void exitWhenIdle() {
        whenIdle = true;
    }

    /** Waits until the server is to end. */
    Wish await(Builds builds) {
        try {
            while (!(whenIdle && builds.running().isEmpty())) {
                try {
                    return wish.get(IDLE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // nobody wants anything yet
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a wish is never an error", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Wish.EXIT;
    }

    /** The next start has wishes of its own. */
    void again() {
        wish = new CompletableFuture<>();
    }

    /**
     * Takes a signal for {@link #exit}, and has the process end with 0 when everything is closed.
     *
     * @return to be run when everything is closed
     */
    Runnable onSignal() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("signal").unstarted(() -> {
            exit();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(0);
        }));
        return closed::countDown;
    }
}
