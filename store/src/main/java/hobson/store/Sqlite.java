package hobson.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** How connections to SQLite are made. */
final class Sqlite {
    static final String BEGIN = "BEGIN IMMEDIATE";
    static final String COMMIT = "COMMIT";
    static final String ROLLBACK = "ROLLBACK";

    private Sqlite() {}

    /** Connects and sets the pragmas, each given as {@code name=value}. */
    static Session connect(String file, String... pragmas) throws SQLException {
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false); // else the driver asks for the last row's id after each insert
        var connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            var session = new Session(connection);
            for (var pragma : pragmas) {
                session.run("PRAGMA " + pragma);
            }
            return leftAlone(session);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * With its own idea of automatic commits the driver runs BEGIN and COMMIT around every single statement. Without, it begins a
     * transaction right here, which we end; from then on it leaves transactions to us.
     */
    private static Session leftAlone(Session session) throws SQLException {
        Connection connection = session.connection();
        connection.setAutoCommit(false);
        session.run(COMMIT);
        return session;
    }

    static String words(String sql) {
        return sql.replace("${id}", "INTEGER PRIMARY KEY")
                .replace("${bytes}", "BLOB")
                .replace("${clustered}", "WITHOUT ROWID");
    }
}
