package hobson.store;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.Refusal;
import hobson.engine.StoreContract;
import hobson.engine.Stores;
import hobson.engine.build.BuildSummary;
import hobson.engine.event.Event;
import hobson.engine.item.ItemStore;
import hobson.engine.queue.QueueItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two programs on one database, and many threads in each. */
abstract class ConcurrentUse extends StoreContract {
    private static final int ITEMS = 120;

    @RegisterExtension
    final OpenStores database;

    private Stores[] programs = {};

    ConcurrentUse(OpenStores database) {
        this.database = database;
    }

    @Override
    protected Stores emptyStores() {
        var first = OpenStores.stores(database.empty());
        programs = new Stores[] {first, OpenStores.stores(database.again())};
        return first;
    }

    @Test
    void start_manyAtOnce_oneWinsForEachItemAndEachNumber() {
        long job = givenJob("a").id();
        var started = new AtomicInteger();
        var cancelled = new AtomicInteger();

        concurrently(ITEMS, i -> {
            var program = programs[i % 2];
            program.queue().submit(item(i, job), null, CHANGE);
            concurrently(4, attempt -> {
                if (attempt == 4 && i % 3 == 0) { // the others become builds for certain
                    programs[(i + attempt) % 2].queue().cancel(i, CHANGE);
                } else if (tryToStart(programs[(i + attempt) % 2], job, i)) {
                    started.incrementAndGet();
                }
            });
            if (stores.queue().left(i).orElseThrow().cancelled()) {
                cancelled.incrementAndGet();
            }
        });

        assertThat(started.get() + cancelled.get()).isEqualTo(ITEMS);
        assertThat(stores.queue().waiting()).isEmpty();
        var history = stores.builds().history(job);
        assertThat(history).hasSize(started.get());
        assertThat(history).extracting(BuildSummary::number).doesNotHaveDuplicates();
        assertThat(stores.builds().inProgress()).hasSize(started.get());
        assertThat(loaded(job).newest()).isEqualTo(history.getFirst());
        assertGapless(events(), 1 + 2L * ITEMS);
    }

    /** Takes the next number until it has one or somebody else has the item. */
    private boolean tryToStart(Stores program, long job, int item) {
        while (true) {
            int next = loaded(job).nextBuildNumber();
            try {
                program.builds().start(running(job, next, item), CHANGE);
                return true;
            } catch (Refusal refusal) {
                if (program.queue().waiting().stream().map(QueueItem::id).noneMatch(id -> id == item)) {
                    return false;
                }
            }
        }
    }

    @Test
    void after_whileOthersWrite_neverSkipsAnEvent() {
        var over = new AtomicBoolean();
        var seen = new ArrayList<Event>();
        var follower = CompletableFuture.runAsync(() -> follow(seen, over));

        concurrently(1_000, i -> programs[i % 2].queue().submit(item(i, 1), null, CHANGE));
        over.set(true);
        follower.join();

        assertGapless(seen, 1_000);
    }

    private void follow(List<Event> seen, AtomicBoolean over) {
        boolean last;
        do {
            last = over.get();
            seen.addAll(
                    stores.events().after(seen.isEmpty() ? 0 : seen.getLast().sequence(), 50));
        } while (!last || seen.size() < 1_000);
    }

    @Test
    void create_samePathByMany_oneWins() {
        var created = new AtomicInteger();

        concurrently(40, i -> {
            try {
                programs[i % 2].jobs().create(List.of(new ItemStore.Added(unsaved("deploy"), DOCUMENT, false)), CHANGE);
                created.incrementAndGet();
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            }
        });

        assertThat(created).hasValue(1);
        assertThat(allJobs()).hasSize(1);
    }

    @Test
    void submit_sameKeyByMany_isOneItem() {
        givenJob("a");
        var answers = new ArrayList<CompletableFuture<Long>>();
        for (int i = 0; i <= 40; i++) {
            answers.add(new CompletableFuture<>());
        }

        concurrently(40, i -> answers.get(i).complete(programs[i % 2].queue().submit(item(i, 1), "key", CHANGE)));

        assertThat(answers.subList(1, 41))
                .extracting(CompletableFuture::join)
                .containsOnly(answers.get(1).join());
        assertThat(stores.queue().waiting()).hasSize(1);
    }

    private static void assertGapless(List<Event> events, long count) {
        assertThat(events)
                .extracting(Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
    }
}
