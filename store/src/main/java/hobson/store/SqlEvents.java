package hobson.store;

import static java.util.Objects.requireNonNullElse;

import hobson.engine.event.Change;
import hobson.engine.event.Event;
import hobson.engine.event.EventLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Table {@code event}. It is written by {@link Transaction}. */
final class SqlEvents implements EventLog {
    private static final String AFTER = """
            SELECT sequence, type, changed_at, changed_by, subject
            FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?""";
    private static final String FORGET = """
            DELETE FROM event WHERE sequence IN (
                SELECT sequence FROM (SELECT sequence, changed_at FROM event ORDER BY sequence LIMIT 500) AS oldest
                WHERE changed_at < ? AND sequence < (SELECT max(sequence) FROM event))""";

    private final Access access;

    SqlEvents(Access access) {
        this.access = access;
    }

    @Override
    public List<Event> after(long sequence, int limit) {
        return access.list(AFTER, SqlEvents::event, sequence, limit);
    }

    @Override
    public void forget(Instant before) {
        access.repeat(transaction -> transaction.change(FORGET, before.toEpochMilli()));
    }

    private static Event event(ResultSet row) throws SQLException {
        var type = EventType.of(row.getInt(2));
        return new Event(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(3)),
                requireNonNullElse(row.getString(4), Change.SYSTEM),
                type.type(),
                type.subject(row.getString(5)));
    }
}
