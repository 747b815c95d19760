package hobson.store;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * At most so many sessions, opened when they are needed and kept. One on which a query failed is closed. Used by many threads; who
 * comes when all are in use waits.
 */
final class SessionPool implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SessionPool.class.getName());

    private final int size;
    private final Opener opener;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SessionPool(int size, Opener opener) {
        this.size = size;
        this.opener = opener;
        this.free = new Semaphore(size);
    }

    @FunctionalInterface
    interface Opener {
        Session open() throws SQLException;
    }

    <T> T read(Query<T> query) throws SQLException {
        free.acquireUninterruptibly();
        try {
            if (closed) {
                throw new SQLException("the store is closed");
            }
            var session = idle.pollFirst(); // the last one used has the warmest cache
            return run(query, session == null ? opener.open() : session);
        } finally {
            free.release();
        }
    }

    private <T> T run(Query<T> query, Session session) throws SQLException {
        boolean good = false;
        try {
            var result = query.run(session);
            good = true;
            return result;
        } finally {
            if (good) {
                idle.addFirst(session);
            } else {
                close(session);
            }
        }
    }

    /** Lets those that read finish. */
    @Override
    public void close() {
        closed = true;
        free.acquireUninterruptibly(size);
        for (var session = idle.poll(); session != null; session = idle.poll()) {
            close(session);
        }
        free.release(size);
    }

    /** Closes what is of no use any more. */
    static void close(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a connection that is given up could not be closed", e);
        }
    }
}
