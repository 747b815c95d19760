package hobson.server;

import hobson.remote.BackgroundTask;
import hobson.remote.page.Identification;
import hobson.store.SqlStores;
import java.time.Duration;
import java.util.List;

/** What a server does now and then without being asked. */
final class Chores {
    /** How long cancelled queue items and used idempotency keys are known. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private Chores() {}

    static List<BackgroundTask> of(
            Foundation foundation, Engine engine, SqlStores stores, Identification identification) {
        var clock = foundation.clock();
        var identity = foundation.home().identity();
        return List.of(
                new BackgroundTask(
                        "old queue items",
                        Duration.ofHours(1),
                        () -> stores.queue().forget(clock.millis() - REMEMBERED.toMillis())),
                new BackgroundTask(
                        "use of API tokens", Duration.ofMinutes(1), () -> engine.tokenUses.save(engine.users)),
                new BackgroundTask(
                        "instance identity", Duration.ofDays(1), () -> identification.knownAs(identity.publicKey())));
    }
}
