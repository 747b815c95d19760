package hobson.store;

import static java.util.Objects.requireNonNull;

import hobson.engine.Refusal;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work and the thread that waits for it. The writer runs it, once or more, and then settles it; what it wrote to the
 * fields before that is what the caller reads.
 */
final class Ticket<T> {
    private final Work<T> work;
    private final Thread caller = Thread.currentThread();
    private @Nullable T result;
    private @Nullable RuntimeException failure;
    private volatile boolean settled;

    Ticket(Work<T> work) {
        this.work = work;
    }

    /**
     * Runs the work. A refusal that changed nothing is kept for the caller; everything else that is thrown spoils the transaction.
     */
    void run(Transaction transaction) throws SQLException {
        int before = transaction.changes();
        failure = null;
        try {
            result = work.run(transaction);
        } catch (Refusal refusal) {
            if (transaction.changes() != before) {
                throw refusal;
            }
            failure = refusal;
        }
    }

    void failed(RuntimeException failure) {
        this.failure = failure;
    }

    /** Wakes the caller. */
    void settle() {
        settled = true;
        LockSupport.unpark(caller);
    }

    /** Waits until the work is settled; returns or throws what came of it. */
    T await() {
        boolean interrupted = false;
        while (!settled) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            caller.interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return requireNonNull(result);
    }
}
