package hobson.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.queue.QueueItem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Table {@code queue_key}: which item a caller's key belongs to. A key dies after seven days, or with its job. */
final class QueueKeys {
    private static final long LIFE = Duration.ofDays(7).toMillis();

    private static final String FIND = """
            SELECT item FROM queue_key
            WHERE hash = ? AND used_at > ? AND EXISTS (SELECT 1 FROM job WHERE job.id = queue_key.job)""";
    private static final String USE = """
            INSERT INTO queue_key (hash, item, job, used_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET item = excluded.item, job = excluded.job, used_at = excluded.used_at""";
    static final String FORGET = """
            DELETE FROM queue_key WHERE hash IN (
                SELECT hash FROM queue_key WHERE used_at < ? ORDER BY used_at LIMIT 500)""";

    private QueueKeys() {}

    /** Of a fixed length, however long the key is. */
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The item that the key belongs to already; else the key belongs to {@code item} from now on. */
    static OptionalLong use(Transaction transaction, byte[] hash, QueueItem item, long now) throws SQLException {
        var known = optional(transaction.first(FIND, row -> row.getLong(1), hash, now - LIFE));
        if (known.isEmpty()) {
            transaction.change(USE, hash, item.id(), item.jobId(), now);
        }
        return known;
    }

    static OptionalLong item(Session session, byte[] hash, long now) throws SQLException {
        return optional(session.first(FIND, row -> row.getLong(1), hash, now - LIFE));
    }

    private static OptionalLong optional(@Nullable Long item) {
        return item == null ? OptionalLong.empty() : OptionalLong.of(item);
    }

    static int forget(Transaction transaction, long before) throws SQLException {
        return transaction.change(FORGET, before);
    }
}
