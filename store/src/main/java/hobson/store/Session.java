package hobson.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection and the statements that were prepared on it, which stay prepared until it is closed. For one thread at a time.
 * Statements are constants of this package, so their number is bounded.
 */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Runs a statement that changes something; returns the number of rows that it changed. */
    int change(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** Runs one statement with many rows of values. */
    void changeAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.size() == 1) {
            change(sql, rows.getFirst());
            return;
        }
        var statement = statement(sql);
        for (var values : rows) {
            bind(statement, values);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        var found = new ArrayList<T>();
        try (var rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                found.add(row.read(rows));
            }
        }
        return found;
    }

    /** What {@code row} makes of the first row, null when there is none. */
    <T> @Nullable T first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        try (var rows = bound(sql, values).executeQuery()) {
            return rows.next() ? row.read(rows) : null;
        }
    }

    /** The number in the first column of the first row; 0 when there is none or it is null. */
    long number(String sql, @Nullable Object... values) throws SQLException {
        try (var rows = bound(sql, values).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Runs a statement that is not worth keeping. */
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
        var statement = statement(sql);
        bind(statement, values);
        return statement;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        var kept = prepared.get(sql);
        if (kept == null) {
            kept = connection.prepareStatement(sql);
            prepared.put(sql, kept);
        }
        return kept;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            for (var statement : prepared.values()) {
                statement.close();
            }
        }
    }
}
