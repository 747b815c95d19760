package hobson.server;

import java.util.concurrent.CountDownLatch;

/**
 * SIGTERM and Ctrl-C: the server ends in order, and the exit code says that all is well.
 *
 * <p>The JVM would end with 143 by itself. While this is open the hook waits until the server has ended, and ends the JVM with 0.
 */
final class Signals implements AutoCloseable {
    private final Ending ending;
    private final CountDownLatch over = new CountDownLatch(1);

    Signals(Ending ending) {
        this.ending = ending;
    }

    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "signal"));
    }

    private void end() {
        if (over.getCount() == 0) {
            return; // ended by itself, with an exit code of its own
        }
        ending.exit();
        try {
            over.await();
        } catch (InterruptedException e) {
            return;
        }
        Runtime.getRuntime().halt(0);
    }

    @Override
    public void close() {
        over.countDown();
    }
}
