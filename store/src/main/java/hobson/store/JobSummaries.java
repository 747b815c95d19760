package hobson.store;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.BuildSummary;
import java.sql.SQLException;

/** What table {@code job} says of a job's builds: the next number, the newest build and the newest completed one. */
final class JobSummaries {
    private static final String NEXT_NUMBER = "SELECT next_build_number FROM job WHERE id = ?";
    private static final String STARTED = """
            UPDATE job SET next_build_number = ?, newest_number = ?, newest_result = ?, newest_at = ?, newest_duration = ?
            WHERE id = ?""";
    private static final String UPDATED = """
            UPDATE job SET newest_result = ?, newest_at = ?, newest_duration = ? WHERE id = ? AND newest_number = ?""";
    private static final String COMPLETED = """
            UPDATE job SET completed_number = ?, completed_result = ?, completed_at = ?, completed_duration = ?
            WHERE id = ? AND completed_number <= ?""";
    private static final String FIND_NEWEST = SqlBuilds.HISTORY + " LIMIT 1";
    private static final String FIND_COMPLETED = """
            SELECT number, result, created_at, duration
            FROM build WHERE job = ? AND phase > 0 ORDER BY number DESC LIMIT 1""";
    private static final String REPLACE = """
            UPDATE job SET newest_number = ?, newest_result = ?, newest_at = ?, newest_duration = ?,
                completed_number = ?, completed_result = ?, completed_at = ?, completed_duration = ?
            WHERE id = ?""";
    private static final BuildSummary NONE = new BuildSummary(0, null, 0, 0);

    private JobSummaries() {}

    /** Refuses a number that was used, or of a job that is gone. */
    static void refuseUsed(Transaction transaction, Build build) throws SQLException {
        long next = transaction.number(NEXT_NUMBER, build.jobId());
        if (next == 0) {
            throw Refusal.notFound("the job is gone");
        }
        if (build.number() < next) {
            throw Refusal.conflict("the build number " + build.number() + " was used already");
        }
    }

    static void started(Transaction transaction, Build build) throws SQLException {
        var newest = build.summary();
        transaction.change(
                STARTED,
                newest.number() + 1,
                newest.number(),
                Codes.of(newest.result()),
                newest.timestamp(),
                newest.duration(),
                build.jobId());
    }

    static void updated(Transaction transaction, Build build) throws SQLException {
        var now = build.summary();
        int result = Codes.of(now.result());
        transaction.change(UPDATED, result, now.timestamp(), now.duration(), build.jobId(), now.number());
        if (!build.building()) {
            transaction.change(
                    COMPLETED, now.number(), result, now.timestamp(), now.duration(), build.jobId(), now.number());
        }
    }

    /** After a build was deleted: looks them up anew. Reads two rows, and those of builds that are running. */
    static void deleted(Transaction transaction, long job) throws SQLException {
        var newest = find(transaction, FIND_NEWEST, job);
        var completed = find(transaction, FIND_COMPLETED, job);
        transaction.change(
                REPLACE,
                newest.number(),
                Codes.of(newest.result()),
                newest.timestamp(),
                newest.duration(),
                completed.number(),
                Codes.of(completed.result()),
                completed.timestamp(),
                completed.duration(),
                job);
    }

    private static BuildSummary find(Transaction transaction, String sql, long job) throws SQLException {
        var found = transaction.first(sql, row -> Codes.summary(row, 1), job);
        return found == null ? NONE : found;
    }
}
