package hobson.engine.queue;

import hobson.engine.Refusal;
import hobson.engine.node.BuiltInNode;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Turns items into builds: one thread that sleeps until something may start, and a virtual thread for each build.
 */
public final class Scheduler implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());
    private static final long LONGEST_SLEEP = 60_000;

    private final Queue queue;
    private final BuiltInNode node;
    private final Starter starter;
    private final InstantSource clock;
    private volatile boolean closed;
    private @Nullable Thread thread;

    public Scheduler(Queue queue, BuiltInNode node, Starter starter, InstantSource clock) {
        this.queue = queue;
        this.node = node;
        this.starter = starter;
        this.clock = clock;
    }

    /** Makes builds of items. Called on a thread of the build's own. */
    @FunctionalInterface
    public interface Starter {
        /**
         * Begins the build, reports its number once the store has it, and returns when the build has ended or the server gives it
         * up to the next one.
         *
         * @throws hobson.engine.Refusal when the item was taken by somebody else or its job is gone; nothing was begun
         */
        void run(QueueItem item, int executor, java.util.function.IntConsumer started);
    }

    public void start() {
        thread = Thread.ofPlatform().name("scheduler").daemon(true).start(this::loop);
    }

    private void loop() {
        while (!closed) {
            try {
                queue.assign().forEach(this::begin);
                queue.signal().await(Math.clamp(queue.nextDue() - clock.millis(), 0, LONGEST_SLEEP));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the scheduler could not start a build; it goes on with the next signal", e);
            }
        }
    }

    private void begin(Queue.Assignment assignment) {
        Thread.ofVirtual().name("build-of-item-" + assignment.entry().id()).start(() -> run(assignment));
    }

    private void run(Queue.Assignment assignment) {
        var entry = assignment.entry();
        try {
            starter.run(entry.item, assignment.executor(), number -> queue.left(entry, number));
        } catch (Refusal e) {
            LOG.log(Level.WARNING, "queue item " + entry.id() + " is taken out of the queue: " + e.getMessage());
            queue.giveUp(entry);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "queue item " + entry.id() + " did not become a build; it is tried again", e);
            queue.putBack(entry);
        } finally {
            node.release(assignment.executor());
            queue.wake();
        }
    }

    @Override
    public void close() {
        closed = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
