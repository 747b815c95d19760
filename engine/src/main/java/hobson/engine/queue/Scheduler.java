package hobson.engine.queue;

import hobson.engine.Refusal;
import hobson.engine.node.Seat;
import hobson.engine.time.Pace;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Turns items into builds: one thread that sleeps until something may start, and a virtual thread for each build.
 */
public final class Scheduler implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());

    private final Queue queue;
    private final Starter starter;
    private final Pace pace;
    private volatile boolean closed;
    private @Nullable Thread thread;

    public Scheduler(Queue queue, Starter starter, Pace pace) {
        this.queue = queue;
        this.starter = starter;
        this.pace = pace;
    }

    /** Makes builds of items. Called on a thread of the build's own. */
    @FunctionalInterface
    public interface Starter {
        /**
         * Begins the build, and returns when the store knows its end or the server gives it up to the next one.
         *
         * @throws hobson.engine.Refusal when the item was taken by somebody else or its job is gone; nothing was begun
         */
        void run(QueueItem item, Seat seat, Progress progress);
    }

    /** What a build tells on its way. */
    public interface Progress {
        /** The store has the build, under that number. */
        void started(int number);

        /** Nothing runs any more, and the build's end is about to be written: the executor may take the next in the meantime. */
        void executed();
    }

    public void start() {
        thread = Thread.ofPlatform().name("scheduler").daemon(true).start(this::loop);
    }

    private void loop() {
        while (!closed) {
            try {
                long due = queue.nextDue(); // before the dispatch, which sees what becomes ready in between
                dispatch();
                queue.alarm().await(due);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Called also by the threads of builds, which know best that something may start now. */
    private void dispatch() {
        if (closed) {
            return;
        }
        try {
            queue.assign().forEach(this::begin);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "the scheduler could not start a build; it goes on with the next signal", e);
        }
    }

    private void begin(Queue.Assignment assignment) {
        pace.begin("build-of-item-" + assignment.entry().id(), () -> run(assignment));
    }

    private void run(Queue.Assignment assignment) {
        var entry = assignment.entry();
        var occupation = new Occupation(assignment);
        try {
            runOrGiveUp(entry, assignment.seat(), occupation);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "queue item " + entry.id() + " did not become a build; it is tried again", e);
            queue.putBack(entry);
        } finally {
            occupation.executed();
            dispatch(); // what waited for this build's end
        }
    }

    private void runOrGiveUp(Entry entry, Seat seat, Progress progress) {
        try {
            starter.run(entry.item, seat, progress);
        } catch (Refusal e) {
            LOG.log(Level.WARNING, "queue item " + entry.id() + " is taken out of the queue: " + e.getMessage());
            queue.giveUp(entry);
        }
    }

    /** The executor that an item has, until it is given back. For the thread of the build. */
    private final class Occupation implements Progress {
        private final Queue.Assignment assignment;
        private boolean free;

        Occupation(Queue.Assignment assignment) {
            this.assignment = assignment;
        }

        @Override
        public void started(int number) {
            queue.left(assignment.entry(), number);
        }

        @Override
        public void executed() {
            if (!free) {
                free = true;
                assignment.seat().release();
                dispatch();
            }
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
