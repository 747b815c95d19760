package hobson.store;

import static java.util.Objects.requireNonNull;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobStore;
import hobson.engine.secret.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Tables {@code job} and {@code job_document}. Documents with secrets are encrypted, by the caller's thread. */
final class SqlJobs implements JobStore {
    private static final String LOAD = "SELECT " + JobRow.COLUMNS + " FROM job";
    private static final String TAKEN = "SELECT count(*) FROM job WHERE path_key = ? AND id <> ?";
    private static final String NEXT_ID = "UPDATE last_id SET value = value + 1 WHERE name = 'job' RETURNING value";
    private static final String CREATE = """
            INSERT INTO job (id, path, path_key, version, disabled, held_off, next_build_number, body,
                newest_number, newest_result, newest_at, newest_duration,
                completed_number, completed_result, completed_at, completed_duration)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0)""";
    private static final String ADD_DOCUMENT = "INSERT INTO job_document (job, secret, document) VALUES (?, ?, ?)";
    private static final String CONFIGURE =
            "UPDATE job SET version = ?, disabled = ?, held_off = ?, body = ? WHERE id = ?";
    private static final String REPLACE_DOCUMENT = "UPDATE job_document SET secret = ?, document = ? WHERE job = ?";
    private static final String RENAME = "UPDATE job SET path = ?, path_key = ?, version = ? WHERE id = ?";
    private static final String DELETE = "DELETE FROM job WHERE id = ?";
    private static final String DELETE_DOCUMENT = "DELETE FROM job_document WHERE job = ?";
    private static final String DOCUMENT = "SELECT secret, document FROM job_document WHERE job = ?";

    private final Access access;
    private final Vault vault;

    SqlJobs(Access access, Vault vault) {
        this.access = access;
        this.vault = vault;
    }

    @Override
    public void load(Consumer<Job> jobs) {
        access.list(LOAD, new JobRow()).forEach(jobs);
    }

    @Override
    public Job create(Job job, byte[] document, boolean secret, Change change) {
        var stored = atRest(document, secret);
        var body = JobRow.body(job);
        long id = access.write(transaction -> {
            refuseTaken(transaction, job.path(), 0);
            long next = requireNonNull(transaction.take(NEXT_ID, row -> row.getLong(1)), "the table last_id is empty");
            transaction.add(
                    CREATE,
                    next,
                    job.path().fullName(),
                    job.path().key(),
                    job.version(),
                    flag(job.disabled()),
                    flag(job.heldOff()),
                    job.nextBuildNumber(),
                    body);
            transaction.add(ADD_DOCUMENT, next, flag(secret), stored);
            transaction.event(EventType.JOB_CREATED, Long.toString(next), change);
            return next;
        });
        return withId(job, id);
    }

    private static Job withId(Job job, long id) {
        return new Job(
                id,
                job.path(),
                job.version(),
                job.kind(),
                job.displayName(),
                job.disabled(),
                job.heldOff(),
                job.closing(),
                job.wiring(),
                job.nextBuildNumber(),
                null,
                null);
    }

    @Override
    public void configure(Job job, byte[] document, boolean secret, Change change) {
        var stored = atRest(document, secret);
        var body = JobRow.body(job);
        access.perform(transaction -> {
            refuseMissing(transaction.change(
                    CONFIGURE, job.version(), flag(job.disabled()), flag(job.heldOff()), body, job.id()));
            transaction.change(REPLACE_DOCUMENT, flag(secret), stored, job.id());
            transaction.event(EventType.JOB_CONFIGURED, Long.toString(job.id()), change);
        });
    }

    @Override
    public void rename(Job job, Change change) {
        access.perform(transaction -> {
            refuseTaken(transaction, job.path(), job.id());
            refuseMissing(
                    transaction.change(RENAME, job.path().fullName(), job.path().key(), job.version(), job.id()));
            transaction.event(EventType.JOB_RENAMED, Long.toString(job.id()), change);
        });
    }

    @Override
    public void delete(long id, Change change) {
        access.perform(transaction -> {
            if (transaction.change(DELETE, id) > 0) {
                transaction.change(DELETE_DOCUMENT, id);
                SqlFingerprints.deleteOfJob(transaction, id);
                SqlQueue.deleteOfJob(transaction, id);
                SqlBuilds.deleteOfJob(transaction, id);
                transaction.event(EventType.JOB_DELETED, Long.toString(id), change);
            }
        });
    }

    @Override
    public byte[] document(long id) {
        var found = access.first(DOCUMENT, SqlJobs::document, id).orElseThrow(SqlJobs::missing);
        return found.secret ? vault.decrypt(found.bytes) : found.bytes;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Document(boolean secret, byte[] bytes) {}

    private static Document document(ResultSet row) throws SQLException {
        return new Document(row.getInt(1) != 0, row.getBytes(2));
    }

    private byte[] atRest(byte[] document, boolean secret) {
        return secret ? vault.encrypt(document) : document;
    }

    private static void refuseTaken(Transaction transaction, ItemPath path, long exceptFor) throws SQLException {
        if (transaction.number(TAKEN, path.key(), exceptFor) > 0) {
            throw Refusal.conflict("there is a job ‘" + path + "’ already");
        }
    }

    private static void refuseMissing(int changed) {
        if (changed == 0) {
            throw missing();
        }
    }

    private static Refusal missing() {
        return Refusal.notFound("the job is gone");
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }
}
