package hobson.store;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A database of SQLite's in memory: one connection, which readers and the writer use in turn. Gone when it is closed. */
final class SqliteMemory implements Database {
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Session session;

    @Override
    public String name() {
        return "the store in memory";
    }

    @Override
    public Session begin() throws SQLException {
        turn.lock();
        var session = session();
        int _ = session.change(Sqlite.BEGIN);
        return session;
    }

    private Session session() throws SQLException {
        var open = session;
        if (open == null) {
            open = Sqlite.connect(":memory:", "temp_store=MEMORY");
            session = open;
        }
        return open;
    }

    @Override
    public void commit() throws SQLException {
        int _ = session().change(Sqlite.COMMIT);
        turn.unlock();
    }

    @Override
    public boolean rollback() {
        try {
            int _ = session().change(Sqlite.ROLLBACK);
            return true;
        } catch (SQLException e) {
            return false;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <T> T read(Query<T> query) throws SQLException {
        turn.lock();
        try {
            return query.run(session());
        } finally {
            turn.unlock();
        }
    }

    @Override
    public String inWordsOfThis(String sql) {
        return Sqlite.words(sql);
    }

    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            if (session != null) {
                session.close();
            }
        } finally {
            turn.unlock();
        }
    }
}
