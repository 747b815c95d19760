package hobson.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hobson.engine.StoreContract;
import hobson.engine.Stores;
import hobson.engine.build.Result;
import hobson.engine.item.ItemStore;
import hobson.engine.user.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileIT extends StoreContract {
    @RegisterExtension
    final SqliteStores database = new SqliteStores();

    @Override
    protected Stores emptyStores() {
        return database.emptyStores();
    }

    @Test
    void open_again_hasEverything() {
        var job = givenJob("a");
        var build = completed(job.id(), 1, Result.FAILURE);
        submitted(fullItem(50, job.id()));
        stores.users().save(new User("alice", "Alice", null, null, null, "hash", "seed", List.of()), CHANGE);
        stores.fingerprints().record(job.id(), 1, Map.of("app.jar", "0".repeat(32)), true, 7);
        var before = loaded(job.id());
        var events = events();

        stores = OpenStores.stores(database.again());

        assertThat(allJobs()).containsExactly(before);
        assertThat(stores.jobs().document(job.id())).isEqualTo(DOCUMENT);
        assertThat(stores.builds().find(job.id(), 1)).contains(build);
        assertThat(stores.queue().waiting()).hasSize(1);
        assertThat(stores.queue().lastId()).isEqualTo(50);
        assertThat(stores.users().load()).hasSize(1);
        assertThat(stores.fingerprints().of(job.id(), 1)).hasSize(1);
        assertThat(events()).isEqualTo(events);
        assertThat(givenJob("b").id()).isGreaterThan(job.id());
    }

    @Test
    void close_inOrder_leavesOneFile() throws IOException {
        givenJob("a");

        database.close();

        try (var files = Files.list(database.file().getParent())) {
            assertThat(files).containsExactly(database.file());
        }
    }

    @Test
    void file_isItsOwnersAlone() throws IOException {
        givenJob("a");

        try (var files = Files.list(database.file().getParent())) {
            assertThat(files)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void document_secret_isNowhereInTheFiles() throws IOException {
        givenJob(unsaved("open"), "find-the-needle".getBytes(UTF_8), false);
        givenJob(unsaved("secret"), "never-see-hunter2".getBytes(UTF_8), true);

        var bytes = new StringBuilder();
        try (var files = Files.list(database.file().getParent())) {
            for (var file : files.toList()) {
                bytes.append(Files.readString(file, ISO_8859_1));
            }
        }

        assertThat(bytes.toString()).contains("find-the-needle").doesNotContain("hunter2");
    }

    @Test
    void openSqlite_pathWithSpecialCharacters_isThatFile(@TempDir Path folder) throws IOException {
        var file = Files.createDirectory(folder.resolve("50% & more? #1 ü")).resolve("a?b.db");

        try (var opened = SqlStores.openSqlite(file, Vaults.withKnownKey())) {
            opened.jobs().create(List.of(new ItemStore.Added(unsaved("a"), DOCUMENT, false)), CHANGE);
        }

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void read_whileTheWriterIsBusy_doesNotWait() throws SQLException {
        var job = givenJob("a");
        try (var other = Sqlite.connect(database.file().toUri().toString(), "busy_timeout=10000")) {
            other.run("BEGIN IMMEDIATE");
            other.run("UPDATE job SET version = 77");

            assertThat(loaded(job.id()).version()).isEqualTo(1);

            other.run("ROLLBACK");
        }
    }

    @Test
    void read_moreReadersThanConnections_allAreAnswered() {
        var job = givenJob("a");
        var start = new CountDownLatch(1);

        var readers = CompletableFuture.runAsync(() -> concurrently(200, _ -> {
            await(start);
            assertThat(stores.jobs().document(job.id())).isEqualTo(DOCUMENT);
        }));
        start.countDown();

        readers.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void write_noSpaceLeft_isToldAndNothingIsLost() {
        var job = givenJob("a");
        var sql = database.again();
        limitPages(sql, 60);

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> sql.jobs().configure(job, new byte[1_000_000], false, CHANGE))
                .withMessageStartingWith("nothing was written to " + database.file() + ": ")
                .withMessageContaining("full");
        assertThat(sql.jobs().document(job.id())).isEqualTo(DOCUMENT);

        limitPages(sql, 1_000_000);
        sql.jobs().configure(job, new byte[1_000_000], false, CHANGE);
        assertThat(sql.jobs().document(job.id())).hasSize(1_000_000);
    }

    private static void limitPages(SqlStores sql, int pages) {
        sql.access().perform(transaction -> transaction.number("PRAGMA max_page_count = " + pages));
    }

    @Test
    void close_thenRead_isRefused() {
        var sql = database.again();
        sql.close();

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> sql.jobs().document(1))
                .withMessageContaining("the store is closed");
    }

    /** A plan that scans a table grows with the history. */
    @Test
    void statements_ofEveryDay_useAnIndex() throws SQLException {
        try (var session = Sqlite.connect(database.file().toUri().toString())) {
            assertThat(plan(session, SqlBuilds.IN_PROGRESS)).contains("USING INDEX build_in_progress");
            assertThat(plan(session, SqlBuilds.HISTORY)).contains("SEARCH build USING PRIMARY KEY (job=?)");
            assertThat(plan(session, SqlQueue.DELETE_CANCELLED_OF_JOB)).contains("INDEX queue_cancelled");
            assertThat(plan(session, SqlQueue.FORGET)).contains("INDEX queue_cancelled (left_at<?)");
            assertThat(plan(session, QueueKeys.FORGET)).contains("INDEX queue_key_used (used_at<?)");
        }
    }

    private static String plan(Session session, String sql) throws SQLException {
        var steps = session.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString(4));
        assertThat(steps).noneMatch(step -> step.matches("SCAN (build|queue_left|event)"));
        return String.join("\n", steps);
    }
}
