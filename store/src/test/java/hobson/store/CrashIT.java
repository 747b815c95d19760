package hobson.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import hobson.engine.Stores;
import hobson.engine.event.Event;
import hobson.engine.item.Job;
import hobson.engine.queue.QueueItem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Kills a program in the middle of a storm of triggers and starts, again and again, and looks for what it had acknowledged. */
class CrashIT extends StoreContract {
    private static final int ROUNDS = 4;
    private static final int CALLERS = 32;

    @RegisterExtension
    final SqliteStores database = new SqliteStores();

    @Override
    protected Stores emptyStores() {
        return database.emptyStores();
    }

    /** What the program was told has been written: an item, and the build that it became, 0 if it was only submitted. */
    private record Acknowledged(long item, long job, int build) {
        static Acknowledged parse(String line) {
            var words = line.split(" ", -1);
            return new Acknowledged(Long.parseLong(words[0]), Long.parseLong(words[1]), Integer.parseInt(words[2]));
        }
    }

    /** The program: submits items, starts every second one, and prints what the store has acknowledged. */
    static final class Storm {
        private final SqlStores stores;
        private final AtomicLong ids;
        private final PrintStream out = new PrintStream(System.out, true, UTF_8); // writes each line at once

        private Storm(SqlStores stores) {
            this.stores = stores;
            this.ids = new AtomicLong(stores.queue().lastId());
        }

        public static void main(String... arguments) {
            var stores = SqlStores.openSqlite(Path.of(arguments[0]), Vaults.withKnownKey());
            var storm = new Storm(stores);
            stores.jobs().load(item -> Thread.ofVirtual().start(() -> storm.call((Job) item)));
            while (true) {
                LockSupport.park();
            }
        }

        private void call(Job job) {
            for (int number = job.nextBuildNumber(); true; number++) {
                submit(job.id());
                long id = submit(job.id());
                stores.builds().start(running(job.id(), number, id), CHANGE);
                out.print(id + " " + job.id() + " " + number + "\n");
            }
        }

        private long submit(long job) {
            long id = ids.incrementAndGet();
            stores.queue().submit(new QueueItem(id, job, id, id, everyCause(), null), null, CHANGE);
            out.print(id + " " + job + " 0\n");
            return id;
        }
    }

    @Test
    void storm_killedInTheMiddle_keepsWhatItAcknowledged() throws Exception {
        for (int i = 0; i < CALLERS; i++) {
            givenJob("job-" + i);
        }
        int eventsBefore = events().size();
        database.close();

        var acknowledged = new ArrayList<Acknowledged>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(stormAndKill(300 + 500 * round));
        }
        stores = OpenStores.stores(database.again());

        var waiting = stores.queue().waiting().stream().map(QueueItem::id).toList();
        assertThat(acknowledged)
                .hasSizeGreaterThan(300 * ROUNDS)
                .doesNotHaveDuplicates()
                .allSatisfy(each -> {
                    var left = stores.queue().left(each.item);
                    assertThat(left.isPresent()).isNotEqualTo(waiting.contains(each.item));
                    if (each.build > 0) {
                        assertThat(left.orElseThrow().build()).isEqualTo(each.build);
                        assertThat(stores.builds()
                                        .find(each.job, each.build)
                                        .orElseThrow()
                                        .queueId())
                                .isEqualTo(each.item);
                    }
                });
        int starts = stores.builds().inProgress().size();
        assertGapless(events(), eventsBefore + waiting.size() + 2L * starts);
        assertWhole();
    }

    private static void assertGapless(List<Event> events, long count) {
        assertThat(events)
                .extracting(Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
    }

    private void assertWhole() throws Exception {
        try (var check = Sqlite.connect(database.file().toUri().toString())) {
            assertThat(check.list("PRAGMA integrity_check", row -> row.getString(1)))
                    .containsExactly("ok");
        }
    }

    /** Kills it as soon as it has acknowledged so many; returns all that it had time to print. */
    private List<Acknowledged> stormAndKill(int enough) throws IOException, InterruptedException {
        var program = OtherProgram.start(Storm.class, database.file().toString());
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
        return printed.stream().map(Acknowledged::parse).toList();
    }
}
