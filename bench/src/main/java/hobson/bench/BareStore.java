package hobson.bench;

import hobson.engine.build.Cause;
import hobson.engine.event.Change;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.QueueItem;
import hobson.engine.secret.Vault;
import hobson.store.SqlStores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;

/** The physical limit of triggers: the transaction that keeps one, in the store, without a server around it. */
final class BareStore implements AutoCloseable {
    private final SqlStores stores;
    private final AtomicLong ids = new AtomicLong();

    BareStore(Path folder) {
        var key = new SecretKeySpec(new byte[32], "AES"); // nothing secret is kept
        stores = SqlStores.openSqlite(folder.resolve("hobson.db"), new Vault(key, new SecureRandom()));
    }

    Load.Outcome run(int callers, Duration time) throws java.io.IOException {
        return Load.run(callers, time, _ -> this::submit);
    }

    private void submit() {
        long id = ids.incrementAndGet();
        var now = Instant.now();
        var item = new QueueItem(
                id,
                1,
                now.toEpochMilli(),
                now.toEpochMilli(),
                List.of(new Cause.User(null)),
                List.of(new ParameterValue.Line("P", Long.toString(id))));
        stores.queue().submit(item, null, new Change(now, "anonymous"));
    }

    @Override
    public void close() {
        stores.close();
    }
}
