package hobson.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import hobson.engine.Stores;
import hobson.engine.event.Event;
import hobson.engine.queue.QueueItem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Kills a program in the middle of a storm of triggers, again and again, and counts what it had acknowledged. */
class CrashIT extends StoreContract {
    private static final int ROUNDS = 4;
    private static final int CALLERS = 32;

    @RegisterExtension
    final SqliteStores database = new SqliteStores();

    @Override
    protected Stores emptyStores() {
        return database.emptyStores();
    }

    /** The program: submits, and prints the id of each item that the store has acknowledged. */
    static final class Storm {
        public static void main(String... arguments) {
            var stores = SqlStores.openSqlite(Path.of(arguments[0]), Vaults.withKnownKey());
            var ids = new AtomicLong(stores.queue().lastId());
            var out = new PrintStream(System.out, true, UTF_8); // writes each line at once
            for (int i = 0; i < CALLERS; i++) {
                Thread.ofVirtual().start(() -> {
                    while (true) {
                        long id = stores.queue().submit(fullItem(ids.incrementAndGet()), null, CHANGE);
                        out.print(id + "\n");
                    }
                });
            }
            while (true) {
                LockSupport.park();
            }
        }

        private static QueueItem fullItem(long id) {
            return new QueueItem(id, 1, id, id, everyCause(), null);
        }
    }

    @Test
    void submit_acknowledgedBeforeAKill_isThereAfterIt() throws Exception {
        var acknowledged = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(stormAndKill(200 + 400 * round));
        }

        var after = OpenStores.stores(database.again());
        var waiting = new HashSet<Long>();
        after.queue().waiting().forEach(item -> waiting.add(item.id()));
        assertThat(acknowledged).hasSizeGreaterThan(200 * ROUNDS).doesNotHaveDuplicates();
        assertThat(waiting).containsAll(acknowledged);
        assertThat(after.events().after(0, Integer.MAX_VALUE))
                .extracting(Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, waiting.size()).boxed().toList());
        try (var check = Sqlite.connect(database.file().toUri().toString())) {
            assertThat(check.list("PRAGMA integrity_check", row -> row.getString(1)))
                    .containsExactly("ok");
        }
    }

    /** Kills it as soon as it has acknowledged so many; returns all that it had time to print. */
    private List<Long> stormAndKill(int enough) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Storm.class.getName(),
                        database.file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new ArrayList<String>();
        try (var lines = program.inputReader(UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (printed.size() == enough) {
                    boolean _ = program.toHandle().destroyForcibly(); // the process would also close its streams
                }
            }
        }
        assertThat(program.waitFor()).isEqualTo(128 + 9);
        assertThat(printed).hasSizeGreaterThanOrEqualTo(enough);
        return printed.stream().map(Long::valueOf).toList();
    }
}
