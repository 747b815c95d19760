package hobson.store;

import hobson.engine.Refusal;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commits in groups: callers wait while one thread takes everything that is waiting, runs it in one transaction, syncs once and
 * wakes them with their results.
 *
 * <pre>{@code
 * callers   A B C ...... D E F G ......
 * writer    [A]  [B C D]  [E F G]         each pair of brackets is one transaction and one sync
 * }</pre>
 *
 * <ul>
 *   <li>What {@link #commit} returned is on disk.
 *   <li>Work that is refused or fails takes nothing else down: its group is run again, piece by piece.
 *   <li>Work that was accepted is finished before {@link #close} returns; later work is refused with {@link StoreFailure}.
 *   <li>A caller that is interrupted waits on for its result and stays interrupted.
 * </ul>
 */
final class Committer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Committer.class.getName());
    private static final int LARGEST_GROUP = 512;
    private static final int FEW = 3;
    private static final long NOBODY_COMES_NANOS = 20_000;
    private static final long LONGEST_WAIT_NANOS = 100_000;

    private final Database database;
    private final BlockingQueue<Ticket<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean open;
    private final AtomicLong pieces = new AtomicLong();
    private final AtomicLong groups = new AtomicLong();

    Committer(Database database) {
        this.database = database;
        this.writer = Thread.ofPlatform().name("store-writer").daemon().unstarted(this::write);
    }

    void start() {
        open = true;
        writer.start();
    }

    /**
     * Runs the work and commits it.
     *
     * @throws Refusal what the work threw: nothing was changed
     */
    <T> T commit(Work<T> work) {
        return submit(work).await();
    }

    /** Takes the work in; of all that is taken in, the first is done first. */
    <T> Ticket<T> submit(Work<T> work) {
        if (!open) {
            throw closed();
        }
        var ticket = new Ticket<>(work);
        waiting.add(ticket);
        if (!open && waiting.remove(ticket)) { // the writer may have taken its last group before
            throw closed();
        }
        return ticket;
    }

    /** Pieces of work that were committed since the start. */
    long pieces() {
        return pieces.get();
    }

    /** Transactions that were committed since the start, each with one sync. */
    long groups() {
        return groups.get();
    }

    /** How many callers wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    /** Finishes what was accepted. Waits for it also when interrupted. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        waiting.add(new Ticket<>(_ -> true)); // so that the writer has something to take
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        var group = new ArrayList<Ticket<?>>();
        while (open || !waiting.isEmpty()) {
            take(group);
            commit(group);
            gather(group.size());
            group.clear();
        }
    }

    /**
     * Gives the callers that were just woken a moment to come back with more, so that it shares the next sync: without, 16 callers
     * end up in two groups that wait for each other's sync. A few callers lose more by the wait than by a sync of their own. Ends when as many are there as were woken, or nobody comes any more.
     */
    @SuppressWarnings("ThreadPriorityCheck") // the callers need the processor now; it is right without, only slower
    private void gather(int woken) {
        int there = waiting.size();
        long begin = System.nanoTime();
        long lastCame = begin;
        long now = begin;
        while (woken > FEW
                && there < woken
                && now - lastCame < NOBODY_COMES_NANOS
                && now - begin < LONGEST_WAIT_NANOS) {
            Thread.yield();
            now = System.nanoTime();
            int size = waiting.size();
            if (size > there) {
                there = size;
                lastCame = now;
            }
        }
    }

    /** Takes what is waiting, at least one. */
    private void take(List<Ticket<?>> group) {
        while (group.isEmpty()) {
            try {
                group.add(waiting.take());
            } catch (InterruptedException e) {
                LOG.log(Level.DEBUG, "nobody has a reason to interrupt the writer; it goes on", e);
            }
        }
        waiting.drainTo(group, LARGEST_GROUP - 1);
    }

    private void commit(List<Ticket<?>> group) {
        try {
            transact(group);
        } catch (Spoiled spoiled) {
            if (group.size() > 1 && spoiled.othersMayPass()) {
                group.forEach(ticket -> commit(List.of(ticket)));
                return;
            }
            group.forEach(ticket -> ticket.failed(spoiled.failure(database)));
        }
        group.forEach(Ticket::settle);
    }

    private void transact(List<Ticket<?>> group) throws Spoiled {
        var stage = Stage.BEGINNING;
        try {
            var transaction = new Transaction(database.begin());
            stage = Stage.WORKING;
            for (var ticket : group) {
                ticket.run(transaction);
            }
            transaction.complete();
            stage = Stage.COMMITTING;
            database.commit();
            groups.incrementAndGet();
            pieces.addAndGet(group.size());
        } catch (SQLException | RuntimeException | Error e) {
            throw new Spoiled(e, stage, database.rollback());
        }
    }

    private static StoreFailure closed() {
        return new StoreFailure("the store is closed: nothing was written");
    }

    private enum Stage {
        BEGINNING,
        WORKING,
        COMMITTING
    }

    /** A transaction that did not come to its end. */
    private static final class Spoiled extends Exception {
        private static final long serialVersionUID = 1L;

        private final Throwable reason;
        private final Stage stage;
        private final boolean rolledBack;

        Spoiled(Throwable reason, Stage stage, boolean rolledBack) {
            super(null, reason, false, false);
            this.reason = reason;
            this.stage = stage;
            this.rolledBack = rolledBack;
        }

        /** A piece of work was at fault, not the database. */
        boolean othersMayPass() {
            return stage == Stage.WORKING && rolledBack;
        }

        RuntimeException failure(Database database) {
            if (reason instanceof RuntimeException failure) {
                return failure;
            }
            var what = stage == Stage.COMMITTING && !rolledBack
                    ? "it is not known whether this was written to "
                    : "nothing was written to ";
            var why = reason instanceof SQLException ? reason.getMessage() : reason.toString();
            return new StoreFailure(what + database.name() + ": " + why, reason);
        }
    }
}
