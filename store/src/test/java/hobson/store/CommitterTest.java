package hobson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hobson.engine.Refusal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitterTest {
    private final Database database = new SqliteMemory();
    private final Committer committer = new Committer(database);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Transaction> transactions = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void open() {
        committer.start();
        committer.commit(transaction -> transaction.change("CREATE TABLE note (id INTEGER PRIMARY KEY)"));
    }

    @AfterEach
    void close() throws SQLException {
        gate.countDown();
        callers.close();
        committer.close();
        database.close();
    }

    @Test
    void commit_oneCaller_returnsWhatTheWorkReturned() {
        assertThat(committer.commit(add(1))).isEqualTo(1);
        assertThat(notes()).containsExactly(1);
    }

    @Test
    void commit_callersThatWaitTogether_shareOneTransaction() {
        blockTheWriter();
        var waiting = List.of(inBackground(add(1)), inBackground(add(2)), inBackground(add(3)));

        gate.countDown();

        assertThat(waiting).allSatisfy(future -> assertThat(future.join()).isPositive());
        assertThat(transactions).hasSize(3).allSatisfy(each -> assertThat(each).isSameAs(transactions.getFirst()));
    }

    @Test
    void commit_refusedBeforeAChange_leavesTheGroupAsItIs() {
        blockTheWriter();
        var before = inBackground(add(1));
        var refused = inBackground(_ -> {
            throw Refusal.conflict("no");
        });
        var after = inBackground(add(2));

        gate.countDown();

        assertThat(before.join()).isEqualTo(1);
        assertThat(after.join()).isEqualTo(2);
        assertFailed(refused, Refusal.class, "no");
        assertThat(transactions).hasSize(2).containsOnly(transactions.getFirst());
    }

    @Test
    void commit_refusedAfterAChange_takesBackOnlyItsOwn() {
        blockTheWriter();
        var before = inBackground(add(1));
        var refused = inBackground(transaction -> {
            transaction.change("INSERT INTO note VALUES (100)");
            throw Refusal.conflict("no");
        });
        var after = inBackground(add(2));

        gate.countDown();

        assertThat(before.join()).isEqualTo(1);
        assertThat(after.join()).isEqualTo(2);
        assertFailed(refused, Refusal.class, "no");
        assertThat(notes()).containsExactly(1, 2);
    }

    @Test
    void commit_constraintBroken_takesBackOnlyItsOwn() {
        committer.commit(add(1));
        blockTheWriter();
        var before = inBackground(add(2));
        var broken = inBackground(transaction -> {
            transaction.add("INSERT INTO note VALUES (?)", 3);
            transaction.add("INSERT INTO note VALUES (?)", 1);
            return 0;
        });
        var after = inBackground(add(4));

        gate.countDown();

        assertThat(before.join()).isEqualTo(2);
        assertThat(after.join()).isEqualTo(4);
        assertFailed(broken, StoreFailure.class, "nothing was written to the store in memory");
        assertThat(notes()).containsExactly(1, 2, 4);
    }

    @Test
    void commit_workBreaks_theNextOneIsWritten() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> committer.commit(_ -> {
                    throw new IllegalStateException("broken");
                }));
        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> committer.commit(_ -> {
                    throw new StackOverflowError("deep");
                }))
                .withCauseInstanceOf(StackOverflowError.class);

        committer.commit(add(1));

        assertThat(notes()).containsExactly(1);
    }

    @Test
    void commit_interruptedCaller_getsItsResultAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(committer.commit(add(1))).isEqualTo(1);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void close_whileWorkWaits_finishesIt() {
        blockTheWriter();
        var waiting = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 1; i <= 2_000; i++) {
            waiting.add(inBackground(add(i)));
        }

        gate.countDown();
        committer.close();

        assertThat(waiting).allSatisfy(future -> assertThat(future.join()).isPositive());
        assertThat(notes()).hasSize(2_000);
    }

    @Test
    void commit_afterClose_isRefused() {
        committer.close();

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> committer.commit(add(1)))
                .withMessage("the store is closed: nothing was written");
    }

    private Work<Integer> add(int id) {
        return transaction -> {
            transactions.add(transaction);
            transaction.change("INSERT INTO note VALUES (?)", id);
            return id;
        };
    }

    /** The writer is busy until the gate opens; what is asked for until then waits together. */
    private void blockTheWriter() {
        transactions.clear();
        var busy = new CountDownLatch(1);
        callers.execute(() -> committer.commit(_ -> {
            busy.countDown();
            await(gate);
            return 0;
        }));
        await(busy);
    }

    private CompletableFuture<Integer> inBackground(Work<Integer> work) {
        int waitingBefore = committer.waiting();
        var future = CompletableFuture.supplyAsync(() -> committer.commit(work), callers);
        while (committer.waiting() == waitingBefore) {
            Thread.onSpinWait();
        }
        return future;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertFailed(CompletableFuture<?> future, Class<? extends Exception> type, String message) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(future::join)
                .havingCause()
                .isInstanceOf(type)
                .withMessageContaining(message);
    }

    private List<Integer> notes() {
        try {
            return database.read(session -> session.list("SELECT id FROM note ORDER BY id", row -> row.getInt(1)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
