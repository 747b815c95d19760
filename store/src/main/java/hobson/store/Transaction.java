package hobson.store;

import hobson.engine.event.Change;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work writes with. One transaction holds the work of several callers, in the order in which they came; no other
 * transaction writes at the same time, so what was read stays true until the end. For the writer's thread.
 */
final class Transaction {
    private static final String LAST_EVENT = "SELECT max(sequence) FROM event";
    private static final String ADD_EVENT =
            "INSERT INTO event (sequence, type, changed_at, changed_by, subject) VALUES (?, ?, ?, ?, ?)";

    private final Session session;
    private final List<@Nullable Object[]> events = new ArrayList<>();
    private final List<@Nullable Object[]> added = new ArrayList<>();
    private String addition = "";
    private int changes;

    Transaction(Session session) {
        this.session = session;
    }

    /** How many changes there were so far, so that one can tell whether a piece of work has changed anything. */
    int changes() {
        return changes;
    }

    /** Runs a statement; returns the number of rows that it changed. */
    int change(String sql, @Nullable Object... values) throws SQLException {
        add();
        int rows = session.change(sql, values);
        changes += rows;
        return rows;
    }

    /** Runs a statement that changes one row and returns it; null when there was none. */
    <T> @Nullable T take(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        var taken = first(sql, row, values);
        if (taken != null) {
            changes++;
        }
        return taken;
    }

    /** Adds a row that is known to be new. It may be added together with the next ones, but before anything else happens. */
    void add(String sql, @Nullable Object... values) throws SQLException {
        if (!addition.equals(sql)) {
            add();
            addition = sql;
        }
        changes++;
        added.add(values);
    }

    <T> @Nullable T first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        add();
        return session.first(sql, row, values);
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        add();
        return session.list(sql, row, values);
    }

    long number(String sql, @Nullable Object... values) throws SQLException {
        add();
        return session.number(sql, values);
    }

    /** Appends to the event log. */
    void event(EventType type, String id, Change change) {
        changes++;
        var by = change.by().equals(Change.SYSTEM) ? null : change.by();
        events.add(new @Nullable Object[] {null, type.code(), change.at().toEpochMilli(), by, id});
    }

    /** Writes what is still to be written, so that only the commit is missing. */
    void complete() throws SQLException {
        add();
        if (!events.isEmpty()) {
            long sequence = session.number(LAST_EVENT);
            for (var event : events) {
                event[0] = ++sequence;
            }
            session.changeAll(ADD_EVENT, events);
        }
    }

    private void add() throws SQLException {
        if (!added.isEmpty()) {
            session.changeAll(addition, added);
            added.clear();
        }
    }
}
