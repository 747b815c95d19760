package hobson.store;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.event.Change;
import hobson.engine.queue.LeftItem;
import hobson.engine.queue.QueueItem;
import hobson.engine.queue.QueueStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Tables {@code queue_item} and {@code queue_left}: those who wait and those who do not any more. */
final class SqlQueue implements QueueStore {
    private static final String WAITING = "SELECT id, job, since, due, origin FROM queue_item ORDER BY id";
    private static final String LAST_ID = """
            SELECT max(id) FROM (
                SELECT max(id) AS id FROM queue_item
                UNION ALL SELECT max(id) FROM queue_left
                UNION ALL SELECT value FROM last_id WHERE name = 'queue_item') AS ids""";
    private static final String ADD = "INSERT INTO queue_item (id, job, since, due, origin) VALUES (?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE queue_item SET due = ?, origin = ? WHERE id = ?";
    private static final String TAKE_OUT =
            "DELETE FROM queue_item WHERE id = ? AND job = ? RETURNING since, due, origin";
    private static final String LEAVE =
            "INSERT INTO queue_left (id, job, build, since, due, left_at, origin) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String CANCEL = """
            INSERT INTO queue_left (id, job, build, since, due, left_at, origin)
            SELECT id, job, 0, since, due, ?, origin FROM queue_item WHERE id = ?""";
    private static final String DELETE = "DELETE FROM queue_item WHERE id = ?";
    private static final String LEFT = """
            SELECT l.id, l.job, l.since, l.due, coalesce(l.origin, d.origin), l.build
            FROM queue_left l LEFT JOIN build_detail d ON d.job = l.job AND d.number = l.build
            WHERE l.id = ?""";
    private static final String REMEMBER = "UPDATE last_id SET value = ? WHERE name = 'queue_item' AND value < ?";
    private static final String DELETE_LEFT = "DELETE FROM queue_left WHERE id = ?";
    private static final String DELETE_OF_JOB = "DELETE FROM queue_item WHERE job = ?";
    private static final String DELETE_STARTED_OF_JOB =
            "DELETE FROM queue_left WHERE id IN (SELECT queue_item FROM build_detail WHERE job = ?)";
    static final String DELETE_CANCELLED_OF_JOB = "DELETE FROM queue_left WHERE build = 0 AND job = ?";
    static final String FORGET = """
            DELETE FROM queue_left WHERE id IN (
                SELECT id FROM queue_left WHERE build = 0 AND left_at < ? ORDER BY left_at LIMIT 500)""";

    private final Access access;

    SqlQueue(Access access) {
        this.access = access;
    }

    @Override
    public List<QueueItem> waiting() {
        return access.list(WAITING, SqlQueue::item);
    }

    @Override
    public long lastId() {
        return access.read(session -> session.number(LAST_ID));
    }

    @Override
    public long submit(QueueItem item, @Nullable String key, Change change) {
        var origin = origin(item);
        var hash = key == null ? null : QueueKeys.hash(key);
        return access.write(transaction -> {
            if (hash != null) {
                var known = QueueKeys.use(transaction, hash, item, change.at().toEpochMilli());
                if (known.isPresent()) {
                    return known.getAsLong();
                }
            }
            transaction.add(ADD, item.id(), item.jobId(), item.since(), item.due(), origin);
            transaction.event(EventType.QUEUE_SUBMITTED, Long.toString(item.id()), change);
            return item.id();
        });
    }

    @Override
    public OptionalLong submitted(String key, long now) {
        var hash = QueueKeys.hash(key);
        return access.read(session -> QueueKeys.item(session, hash, now));
    }

    @Override
    public Updating updating(QueueItem item, @Nullable String key, Change change) {
        var origin = origin(item);
        var hash = key == null ? null : QueueKeys.hash(key);
        return access.begin(transaction -> {
            if (hash != null) {
                var _ = QueueKeys.use(transaction, hash, item, change.at().toEpochMilli());
            }
            if (transaction.change(UPDATE, item.due(), origin, item.id()) > 0) {
                transaction.event(EventType.QUEUE_UPDATED, Long.toString(item.id()), change);
            }
        })::await;
    }

    @Override
    public void cancel(long id, Change change) {
        access.perform(transaction -> {
            if (transaction.change(CANCEL, change.at().toEpochMilli(), id) > 0) {
                transaction.change(DELETE, id);
                transaction.event(EventType.QUEUE_CANCELLED, Long.toString(id), change);
            }
        });
    }

    @Override
    public Optional<LeftItem> left(long id) {
        return access.first(LEFT, row -> new LeftItem(item(row), row.getInt(6)), id);
    }

    @Override
    public void forget(long before) {
        access.repeat(transaction -> {
            rememberLastId(transaction);
            return transaction.change(FORGET, before);
        });
        access.repeat(transaction -> QueueKeys.forget(transaction, before));
    }

    /** Takes the build's item out of the queue; refuses when it is not there. */
    static void leave(Transaction transaction, Build build, byte[] origin, Change change) throws SQLException {
        var item = transaction.take(TAKE_OUT, Waited::read, build.queueId(), build.jobId());
        if (item == null) {
            throw Refusal.conflict("the queue item " + build.queueId() + " has left the queue already");
        }
        transaction.change(
                LEAVE,
                build.queueId(),
                build.jobId(),
                build.number(),
                item.since,
                item.due,
                change.at().toEpochMilli(),
                Arrays.equals(item.origin, origin) ? null : item.origin);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Waited(long since, long due, byte[] origin) {
        static Waited read(ResultSet row) throws SQLException {
            return new Waited(row.getLong(1), row.getLong(2), row.getBytes(3));
        }
    }

    /** The build that the item became is deleted. */
    static void deleteLeft(Transaction transaction, long id) throws SQLException {
        transaction.change(REMEMBER, id, id);
        transaction.change(DELETE_LEFT, id);
    }

    /** Removes the items of a job whose builds are still there. */
    static void deleteOfJob(Transaction transaction, long job) throws SQLException {
        rememberLastId(transaction);
        transaction.change(DELETE_OF_JOB, job);
        transaction.change(DELETE_STARTED_OF_JOB, job);
        transaction.change(DELETE_CANCELLED_OF_JOB, job);
    }

    private static void rememberLastId(Transaction transaction) throws SQLException {
        long last = transaction.number(LAST_ID);
        transaction.change(REMEMBER, last, last);
    }

    private static byte[] origin(QueueItem item) {
        return new Origin(item.causes(), item.parameters()).bytes();
    }

    private static QueueItem item(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        var origin = Origin.read(row.getBytes(5), () -> "queue item " + id);
        return new QueueItem(id, row.getLong(2), row.getLong(3), row.getLong(4), origin.causes(), origin.parameters());
    }
}
