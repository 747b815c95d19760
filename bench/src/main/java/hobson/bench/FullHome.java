package hobson.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A home with many jobs of 100 builds each, in seconds: the server makes one job and runs its builds, and the rows of that one are
 * copied.
 */
final class FullHome {
    static final int BUILDS = 100;
    private static final String NUMBERS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?) ";
    private static final String[] COPY = {
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=OFF", // a home that is not complete is thrown away
        "BEGIN",
        """
        INSERT INTO job SELECT t.id + n.i, printf('job-%05d', n.i), printf('job-%05d', n.i), version, disabled, held_off,
            next_build_number, newest_number, newest_result, newest_at, newest_duration,
            completed_number, completed_result, completed_at, completed_duration, body
        FROM n CROSS JOIN job t WHERE t.path = 'job-00000'""",
        "INSERT INTO job_document SELECT t.job + n.i, secret, document FROM n CROSS JOIN job_document t WHERE t.job = 1",
        """
        INSERT INTO build SELECT b.job + n.i, number, phase, result, created_at, duration
        FROM n CROSS JOIN build b WHERE b.job = 1""",
        """
        INSERT INTO build_detail SELECT b.job + n.i, number, n.i * 100 + queue_item, origin, body
        FROM n CROSS JOIN build_detail b WHERE b.job = 1""",
        "UPDATE last_id SET value = (SELECT max(id) FROM job) WHERE name = 'job'",
        "COMMIT",
        "PRAGMA wal_checkpoint(TRUNCATE)"
    };

    private static final String[] LENGTHEN = {"BEGIN", """
        INSERT INTO build SELECT b.job, b.number + n.i * 100, phase, result, created_at, duration
        FROM n CROSS JOIN build b WHERE b.job = 1""", """
        INSERT INTO build_detail SELECT b.job, b.number + n.i * 100, 9000000 + n.i * 100 + queue_item, origin, body
        FROM n CROSS JOIN build_detail b WHERE b.job = 1""", """
        UPDATE job SET next_build_number = (SELECT max(number) + 1 FROM build WHERE job = 1),
            newest_number = (SELECT max(number) FROM build WHERE job = 1),
            completed_number = (SELECT max(number) FROM build WHERE job = 1) WHERE id = 1""", "COMMIT", "PRAGMA wal_checkpoint(TRUNCATE)"};

    private FullHome() {}

    static Path make(Workshop workshop, int jobs) throws IOException {
        var home = workshop.home();
        try (var server = workshop.serve(home, 2);
                var client = new Client(server.port())) {
            client.create("job-00000", Documents.job("true"));
            var trigger = new Trigger(client.trigger("job-00000"), new AtomicInteger());
            for (int i = 0; i < BUILDS; i++) {
                client.send(trigger.next(), 201);
            }
            client.awaitBuilds("job-00000", BUILDS, Duration.ofMillis(50));
            Pause.of(Duration.ofMillis(500)); // the build before the last may be a moment behind
        }
        run(home, COPY, jobs);
        return home;
    }

    /** Gives the first job so many builds. */
    static void lengthen(Path home, int builds) throws IOException {
        run(home, LENGTHEN, builds / BUILDS);
    }

    private static void run(Path home, String[] statements, int times) throws IOException {
        var database = home.resolve("hobson.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            for (var sql : statements) {
                run(connection, sql, times);
            }
        } catch (SQLException e) {
            throw new IOException("the rows in " + database + " could not be copied: " + e.getMessage(), e);
        }
    }

    private static void run(java.sql.Connection connection, String sql, int jobs) throws SQLException {
        boolean copies = sql.startsWith("INSERT");
        try (var statement = connection.prepareStatement(copies ? NUMBERS + sql : sql)) {
            if (copies) {
                statement.setInt(1, jobs);
            }
            statement.execute();
        }
    }
}
