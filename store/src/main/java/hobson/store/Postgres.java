package hobson.store;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A database on a PostgreSQL server. Every server process that writes to it takes the same advisory lock for its transaction, so
 * transactions come one after the other, and so do their events.
 */
final class Postgres implements Database {
    private static final System.Logger LOG = System.getLogger(Postgres.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LOCK = "SELECT pg_advisory_xact_lock(5219550381382657902)";

    /** A server that hangs in the middle of a transaction does not stop the others for ever. */
    private static final String LET_GO = "SET idle_in_transaction_session_timeout = 60000";

    private final HikariDataSource connections = new HikariDataSource(); // connects when it is first asked to
    private final String name;
    private @Nullable Session writer;

    /** @param readers how many may read at once */
    Postgres(String url, String user, String password, int readers) {
        this.name = url.replaceFirst("\\?.*", "");
        connections.setJdbcUrl(url);
        connections.setUsername(user);
        connections.setPassword(password);
        connections.setMaximumPoolSize(readers + 1);
        connections.setMinimumIdle(1);
        connections.setConnectionTimeout(PATIENCE.toMillis());
        connections.setPoolName("store");
        connections.setConnectionInitSql(LET_GO);
        connections.addDataSourceProperty("ApplicationName", "hobson");
        connections.addDataSourceProperty("reWriteBatchedInserts", "true");
        connections.addDataSourceProperty("tcpKeepAlive", "true");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Session begin() throws SQLException {
        var kept = writer;
        if (kept != null) {
            try {
                return locked(kept);
            } catch (SQLException e) {
                giveUp(kept);
                forgetIdle(e);
            }
        }
        var connection = connections.getConnection();
        connection.setAutoCommit(false);
        var session = new Session(connection);
        writer = session;
        return locked(session);
    }

    private static Session locked(Session session) throws SQLException {
        boolean _ = session.first(LOCK, _ -> true) != null;
        return session;
    }

    @Override
    public void commit() throws SQLException {
        if (writer != null) {
            writer.connection().commit();
        }
    }

    @Override
    public boolean rollback() {
        var session = writer;
        if (session == null) {
            return false;
        }
        try {
            session.connection().rollback();
            return true;
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the connection is given up", e);
            giveUp(session);
            return false;
        }
    }

    private void giveUp(Session session) {
        writer = null;
        connections.evictConnection(session.connection());
    }

    @Override
    public <T> T read(Query<T> query) throws SQLException {
        try {
            return readOnce(query);
        } catch (SQLException e) {
            if (!lost(e)) {
                throw e;
            }
            forgetIdle(e);
            return readOnce(query);
        }
    }

    private <T> T readOnce(Query<T> query) throws SQLException {
        try (var session = new Session(connections.getConnection())) {
            return query.run(session);
        }
    }

    /** The server has closed the connection, or is about to. */
    private static boolean lost(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** Where one connection was lost the idle ones most likely are too. */
    private void forgetIdle(SQLException reason) {
        LOG.log(Level.INFO, "a connection to " + name + " was lost, connecting anew: " + reason.getMessage());
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public String inWordsOfThis(String sql) {
        return sql.replace("${id}", "BIGINT PRIMARY KEY")
                .replace("${bytes}", "BYTEA")
                .replace("${clustered}", "");
    }

    @Override
    public void close() {
        if (writer != null) {
            SessionPool.close(writer); // the pool waits for those that are in use
        }
        connections.close();
    }
}
