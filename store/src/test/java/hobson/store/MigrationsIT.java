package hobson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MigrationsIT {
    private static final String NEWER = "INSERT INTO migration (version, name) VALUES (99, 'V99__from_the_future.sql')";

    @RegisterExtension
    final SqliteStores sqlite = new SqliteStores();

    @RegisterExtension
    final PostgresStores postgres = new PostgresStores();

    @Test
    void files_inTheirFolder_areAllListed() throws IOException, URISyntaxException {
        var first = Migrations.class.getResource(Migrations.FILES.getFirst());
        assertThat(first).isNotNull();
        try (var files = Files.list(Path.of(first.toURI()).resolveSibling(""))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")))
                    .containsExactlyInAnyOrderElementsOf(Migrations.FILES);
        }
        for (int i = 0; i < Migrations.FILES.size(); i++) {
            assertThat(Migrations.FILES.get(i)).startsWith("V" + (i + 1) + "__");
        }
    }

    @Test
    void statements_ofAFile_endAtSemicolonsAtEndsOfLines() {
        assertThat(Migrations.statements("""
                -- a comment; with
                CREATE a (
                    b
                );

                INSERT ';x';
                """)).containsExactly("CREATE a (\n    b\n)", "INSERT ';x'");
    }

    @Test
    void openSqlite_newerThanTheProgram_isRefused() throws SQLException {
        sqlite.empty().close();
        try (var session = Sqlite.connect(sqlite.file().toUri().toString())) {
            session.run(NEWER);
        }

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(sqlite::again)
                .withMessage(sqlite.file() + " was written by a newer version of this program"
                        + " (its tables have version 99, this program knows " + Migrations.FILES.size()
                        + "): start that version, or restore a backup from before the update");
    }

    @Test
    void openPostgres_newerThanTheProgram_isRefused() {
        postgres.empty().close();
        postgres.run(NEWER);

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(postgres::again)
                .withMessageContaining("was written by a newer version of this program");
    }

    @Test
    void openSqlite_byManyAtOnce_makesTheTablesOnce(@TempDir Path folder) {
        openManyTimes(() -> SqlStores.openSqlite(folder.resolve("hobson.db"), Vaults.withKnownKey()));
    }

    @Test
    void openPostgres_byManyAtOnce_makesTheTablesOnce() {
        postgres.emptySchema();
        openManyTimes(postgres::reopen);
    }

    private static void openManyTimes(Supplier<SqlStores> open) {
        var opened = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .mapToObj(_ -> CompletableFuture.runAsync(
                            () -> {
                                try (var stores = open.get()) {
                                    assertThat(stores.users().load()).isEmpty();
                                    opened.incrementAndGet();
                                }
                            },
                            threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(opened).hasValue(4);
    }

    @Test
    void openSqlite_somethingElse_isRefusedAndLeftAlone(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("hobson.db"), "this is a letter, not a database ".repeat(100));
        var before = Files.readAllBytes(file);

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> SqlStores.openSqlite(file, Vaults.withKnownKey()))
                .withMessageStartingWith("the store " + file + " could not be opened: ")
                .withMessageContaining("file is not a database");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void openSqlite_noFolder_isRefused(@TempDir Path folder) {
        var file = folder.resolve("missing/hobson.db");

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> SqlStores.openSqlite(file, Vaults.withKnownKey()))
                .withMessageStartingWith("the store " + file + " could not be opened: ");
    }

    @Test
    void openPostgres_nobodyThere_isRefusedWithoutThePassword() {
        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> SqlStores.openPostgres(
                        "jdbc:postgresql://127.0.0.1:1/hobson?password=hunter2&connectTimeout=1",
                        "hobson",
                        "hunter2",
                        Vaults.withKnownKey()))
                .withMessageStartingWith("the store jdbc:postgresql://127.0.0.1:1/hobson could not be opened: ")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter2"));
    }
}
