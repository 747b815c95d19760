package hobson.store;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.Build.Phase;
import hobson.engine.build.BuildId;
import hobson.engine.build.BuildStore;
import hobson.engine.build.BuildSummary;
import hobson.engine.event.Change;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables {@code build} and {@code build_detail}. */
final class SqlBuilds implements BuildStore {
    private static final String BUILDS = "SELECT " + BuildRow.COLUMNS + """

            FROM build b JOIN build_detail d ON d.job = b.job AND d.number = b.number
            """;
    private static final String FIND = BUILDS + "WHERE b.job = ? AND b.number = ?";
    private static final int BATCH = 32;
    private static final String FIND_BATCH =
            BUILDS + "WHERE (b.job, b.number) IN (VALUES " + "(?, ?), ".repeat(BATCH - 1) + "(?, ?))";
    static final String IN_PROGRESS = BUILDS + "WHERE b.phase < 2 ORDER BY b.job, b.number";
    static final String HISTORY = """
            SELECT number, CASE WHEN phase = 0 THEN 0 ELSE result END, created_at, duration
            FROM build WHERE job = ? ORDER BY number DESC""";
    private static final String ADD =
            "INSERT INTO build (job, number, phase, result, created_at, duration) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String ADD_DETAIL =
            "INSERT INTO build_detail (job, number, queue_item, origin, body) VALUES (?, ?, ?, ?, ?)";
    private static final String STORED_PHASE = "SELECT phase FROM build WHERE job = ? AND number = ?";
    private static final String UPDATE =
            "UPDATE build SET phase = ?, result = ?, created_at = ?, duration = ? WHERE job = ? AND number = ?";
    private static final String UPDATE_DETAIL =
            "UPDATE build_detail SET origin = ?, body = ? WHERE job = ? AND number = ?";
    private static final String QUEUE_ITEM = "SELECT queue_item FROM build_detail WHERE job = ? AND number = ?";
    private static final String DELETE = "DELETE FROM build WHERE job = ? AND number = ?";
    private static final String DELETE_DETAIL = "DELETE FROM build_detail WHERE job = ? AND number = ?";
    private static final String DELETE_DOCUMENT = "DELETE FROM build_document WHERE job = ? AND number = ?";
    private static final String DELETE_DOCUMENT_OF_JOB = "DELETE FROM build_document WHERE job = ?";
    private static final String DELETE_OF_JOB = "DELETE FROM build WHERE job = ?";
    private static final String DELETE_DETAIL_OF_JOB = "DELETE FROM build_detail WHERE job = ?";

    private final Access access;

    SqlBuilds(Access access) {
        this.access = access;
    }

    @Override
    public Starting starting(Build build, Change change) {
        long job = build.jobId();
        int number = build.number();
        var origin = BuildRow.origin(build);
        var body = BuildRow.body(build);
        return access.begin(transaction -> {
            JobSummaries.refuseUsed(transaction, build);
            SqlQueue.leave(transaction, build, origin, change);
            JobSummaries.started(transaction, build);
            add(transaction, build, build.queueId(), origin, body);
            transaction.event(EventType.BUILD_STARTED, job + "/" + number, change);
        })::await;
    }

    private static void add(Transaction transaction, Build build, long queueItem, byte[] origin, byte[] body)
            throws SQLException {
        transaction.change(
                ADD,
                build.jobId(),
                build.number(),
                Codes.of(build.phase()),
                Codes.of(build.result()),
                build.timestamp(),
                build.duration());
        transaction.change(ADD_DETAIL, build.jobId(), build.number(), queueItem, origin, body);
    }

    /** Adds a build that was not started here. */
    static void add(Transaction transaction, Build build, long queueItem) throws SQLException {
        add(transaction, build, queueItem, BuildRow.origin(build), BuildRow.body(build));
    }

    @Override
    public void update(Build build, Change change) {
        long job = build.jobId();
        int number = build.number();
        var origin = BuildRow.origin(build);
        var body = BuildRow.body(build);
        access.perform(transaction -> {
            var before = transaction.first(STORED_PHASE, row -> Codes.phase(row.getInt(1)), job, number);
            if (before == null) {
                throw Refusal.notFound("the build is gone");
            }
            transaction.change(
                    UPDATE,
                    Codes.of(build.phase()),
                    Codes.of(build.result()),
                    build.timestamp(),
                    build.duration(),
                    job,
                    number);
            transaction.change(UPDATE_DETAIL, origin, body, job, number);
            JobSummaries.updated(transaction, build);
            transaction.event(event(before, build.phase()), job + "/" + number, change);
        });
    }

    private static EventType event(Phase before, Phase after) {
        if (before == after) {
            return EventType.BUILD_UPDATED;
        }
        return switch (after) {
            case RUNNING -> EventType.BUILD_UPDATED;
            case FINISHING -> EventType.BUILD_FINISHED;
            case COMPLETED -> EventType.BUILD_COMPLETED;
        };
    }

    @Override
    public void delete(long jobId, int number, Change change) {
        access.perform(transaction -> {
            var queueItem = transaction.first(QUEUE_ITEM, row -> row.getLong(1), jobId, number);
            if (queueItem != null) {
                transaction.change(DELETE, jobId, number);
                transaction.change(DELETE_DETAIL, jobId, number);
                transaction.change(DELETE_DOCUMENT, jobId, number);
                SqlFingerprints.deleteOfBuild(transaction, jobId, number);
                SqlQueue.deleteLeft(transaction, queueItem);
                JobSummaries.deleted(transaction, jobId);
                transaction.event(EventType.BUILD_DELETED, jobId + "/" + number, change);
            }
        });
    }

    /** Removes the builds of a job. */
    static void deleteOfJob(Transaction transaction, long job) throws SQLException {
        transaction.change(DELETE_OF_JOB, job);
        transaction.change(DELETE_DETAIL_OF_JOB, job);
        transaction.change(DELETE_DOCUMENT_OF_JOB, job);
    }

    @Override
    public Optional<Build> find(long jobId, int number) {
        return access.first(FIND, BuildRow::read, jobId, number);
    }

    @Override
    public List<Build> find(List<BuildId> ids) {
        var found = new ArrayList<Build>(ids.size());
        for (int at = 0; at < ids.size(); at += BATCH) {
            var values = new @Nullable Object[2 * BATCH];
            for (int i = 0; i < BATCH; i++) {
                var id = ids.get(Math.min(at + i, ids.size() - 1)); // the last one fills up what is left
                values[2 * i] = id.jobId();
                values[2 * i + 1] = id.number();
            }
            found.addAll(access.list(FIND_BATCH, BuildRow::read, values));
        }
        return found;
    }

    @Override
    public List<Build> inProgress() {
        return access.list(IN_PROGRESS, BuildRow::read);
    }

    @Override
    public List<BuildSummary> history(long jobId) {
        return access.list(HISTORY, row -> Codes.summary(row, 1), jobId);
    }
}
