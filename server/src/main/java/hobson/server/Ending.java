package hobson.server;

import hobson.engine.settings.Lifecycle;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Hears from many threads how the server shall end, and tells the one that ends it. The latest word counts. */
final class Ending implements Lifecycle {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();

    private enum Word {
        RESTART,
        EXIT,
        EXIT_WHEN_IDLE
    }

    @Override
    public void restart() {
        words.add(Word.RESTART);
    }

    @Override
    public void exit() {
        words.add(Word.EXIT);
    }

    @Override
    public void exitWhenIdle() {
        words.add(Word.EXIT_WHEN_IDLE);
    }

    /**
     * Waits for the end.
     *
     * @param idle whether no build runs
     * @return whether the server shall start again
     */
    boolean awaitRestart(BooleanSupplier idle) throws InterruptedException {
        var word = words.take();
        while (word == Word.EXIT_WHEN_IDLE && !idle.getAsBoolean()) {
            word = Optional.ofNullable(words.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS))
                    .orElse(word);
        }
        return word == Word.RESTART;
    }
}
