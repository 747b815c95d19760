package hobson.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Brings a database to the tables that this program expects, by the files {@code V1__….sql}, {@code V2__….sql} and so on, each run
 * once. A file is never edited after a release: a change is a new file. Words in {@code ${…}} are those in which databases differ.
 */
final class Migrations {
    /** In order; the first is version 1. */
    static final List<String> FILES = List.of(
            "V1__jobs_builds_queue.sql",
            "V2__views.sql",
            "V3__token_use.sql",
            "V4__credentials.sql",
            "V5__folders.sql",
            "V6__nodes.sql",
            "V7__build_document.sql",
            "V8__view_sets.sql",
            "V9__last_changes.sql");

    private static final String KNOWN =
            "CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL)";
    private static final String VERSION = "SELECT max(version) FROM migration";
    private static final String DONE = "INSERT INTO migration (version, name) VALUES (?, ?)";

    private Migrations() {}

    /** Runs what is missing in one transaction; refuses a database that a newer program has migrated. */
    static void run(Database database) throws SQLException {
        var session = database.begin();
        try {
            session.run(KNOWN);
            int version = (int) session.number(VERSION);
            if (version > FILES.size()) {
                throw new StoreFailure(
                        database.name() + " was written by a newer version of this program (its tables have version "
                                + version + ", this program knows " + FILES.size()
                                + "): start that version, or restore a backup from before the update");
            }
            for (int next = version; next < FILES.size(); next++) {
                migrate(database, session, FILES.get(next));
                session.change(DONE, next + 1, FILES.get(next));
            }
            database.commit();
        } catch (SQLException | RuntimeException e) {
            boolean _ = database.rollback();
            throw e;
        }
    }

    private static void migrate(Database database, Session session, String file) throws SQLException {
        for (var statement : statements(text(file))) {
            session.run(database.inWordsOfThis(statement));
        }
    }

    /** A statement ends with a semicolon at the end of a line; lines that begin with two dashes are comments. */
    static List<String> statements(String text) {
        var code = new StringBuilder();
        text.lines()
                .filter(line -> !line.strip().startsWith("--"))
                .forEach(line -> code.append(line).append('\n'));
        return Arrays.stream(code.toString().split(";\n", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String text(String file) {
        try (var in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new StoreFailure("this program lacks its file " + file + ": install it again");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
