package hobson.server;

import hobson.engine.settings.Lifecycle;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Hears from many threads how the server shall end, and tells the one that ends it. The latest word counts. */
final class Ending {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();

    private enum Word {
        RESTART,
        EXIT,
        EXIT_WHEN_IDLE,
        STAY
    }

    /** Ends and starts again. */
    void restart() {
        words.add(Word.RESTART);
    }

    void exit() {
        words.add(Word.EXIT);
    }

    /** @param reloading reads the configuration again and says whether it is another one */
    Lifecycle lifecycle(BooleanSupplier reloading) {
        return new Words(reloading);
    }

    /**
     * Waits for the end.
     *
     * @param idle whether no build runs
     * @return whether the server shall start again
     */
    boolean awaitRestart(BooleanSupplier idle) throws InterruptedException {
        var word = Word.STAY;
        while (word == Word.STAY) {
            word = words.take();
            while (word == Word.EXIT_WHEN_IDLE && !idle.getAsBoolean()) {
                word = Optional.ofNullable(words.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS))
                        .orElse(word);
            }
        }
        return word == Word.RESTART;
    }

    /** What requests may say. */
    private final class Words implements Lifecycle {
        private final BooleanSupplier reloading;

        Words(BooleanSupplier reloading) {
            this.reloading = reloading;
        }

        @Override
        public void restart() {
            boolean _ = reloading.getAsBoolean(); // a server that ends cannot say that it will not start again
            Ending.this.restart();
        }

        @Override
        public void reload() {
            if (reloading.getAsBoolean()) {
                Ending.this.restart();
            }
        }

        @Override
        public void exit() {
            Ending.this.exit();
        }

        @Override
        public void exitWhenIdle() {
            words.add(Word.EXIT_WHEN_IDLE);
        }

        @Override
        public void stay() {
            words.add(Word.STAY);
        }
    }
}
