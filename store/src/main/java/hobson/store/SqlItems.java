package hobson.store;

import static java.util.Objects.requireNonNull;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemStore;
import hobson.engine.item.Job;
import hobson.engine.secret.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tables {@code job}, {@code folder} and {@code job_document}. Documents with secrets are encrypted, by the caller's thread.
 */
final class SqlItems implements ItemStore {
    private static final String LOAD = "SELECT " + JobRow.COLUMNS + " FROM job";
    private static final String LOAD_FOLDERS = "SELECT " + FolderRow.COLUMNS + " FROM folder";
    private static final String TAKEN = """
            SELECT (SELECT count(*) FROM job WHERE path_key = ? AND id <> ?)
                + (SELECT count(*) FROM folder WHERE path_key = ? AND id <> ?)""";
    private static final String NEXT_ID = "UPDATE last_id SET value = value + 1 WHERE name = 'job' RETURNING value";
    private static final String CREATE = """
            INSERT INTO job (id, path, path_key, version, disabled, held_off, next_build_number, body,
                newest_number, newest_result, newest_at, newest_duration,
                completed_number, completed_result, completed_at, completed_duration)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0)""";
    private static final String CREATE_FOLDER =
            "INSERT INTO folder (id, path, path_key, version, body) VALUES (?, ?, ?, ?, ?)";
    private static final String ADD_DOCUMENT = "INSERT INTO job_document (job, secret, document) VALUES (?, ?, ?)";
    private static final String CONFIGURE =
            "UPDATE job SET version = ?, disabled = ?, held_off = ?, body = ? WHERE id = ?";
    private static final String CONFIGURE_FOLDER = "UPDATE folder SET version = ?, body = ? WHERE id = ?";
    private static final String REPLACE_DOCUMENT = "UPDATE job_document SET secret = ?, document = ? WHERE job = ?";
    private static final String RENAME = "UPDATE job SET path = ?, path_key = ?, version = ? WHERE id = ?";
    private static final String RENAME_FOLDER = "UPDATE folder SET path = ?, path_key = ?, version = ? WHERE id = ?";
    private static final String DELETE = "DELETE FROM job WHERE id = ?";
    private static final String DELETE_FOLDER = "DELETE FROM folder WHERE id = ?";
    private static final String DELETE_DOCUMENT = "DELETE FROM job_document WHERE job = ?";
    private static final String FORGET_KEPT = """
            DELETE FROM build_document WHERE job = ? AND NOT EXISTS (SELECT 1 FROM build b
            WHERE b.phase < 2 AND b.job = build_document.job AND b.number = build_document.number)""";
    private static final String KEEP_DOCUMENT = """
            INSERT INTO build_document (job, number, secret, document)
            SELECT b.job, b.number, d.secret, d.document FROM build b JOIN job_document d ON d.job = b.job
            WHERE b.phase < 2 AND b.job = ? AND NOT EXISTS (SELECT 1 FROM build_document k
                WHERE k.job = b.job AND k.number = b.number)""";
    private static final String KEPT_DOCUMENT =
            "SELECT secret, document FROM build_document WHERE job = ? AND number = ?";
    private static final String DOCUMENT = "SELECT secret, document FROM job_document WHERE job = ?";

    private final Access access;
    private final Vault vault;

    SqlItems(Access access, Vault vault) {
        this.access = access;
        this.vault = vault;
    }

    @Override
    public void load(Consumer<Item> items) {
        access.list(LOAD_FOLDERS, FolderRow::read).stream()
                .sorted(Comparator.comparingInt(
                        folder -> folder.path().segments().size()))
                .forEach(items);
        access.list(LOAD, new JobRow()).forEach(items);
    }

    @Override
    public List<Item> create(List<Added> items, Change change) {
        var ready = items.stream()
                .map(added -> new Added(added.item(), atRest(added.document(), added.secret()), added.secret()))
                .toList();
        return access.write(transaction -> {
            var created = new ArrayList<Item>(ready.size());
            for (var added : ready) {
                created.add(create(transaction, added, change));
            }
            return created;
        });
    }

    private static Item create(Transaction transaction, Added added, Change change) throws SQLException {
        var item = added.item();
        refuseTaken(transaction, item.path(), 0);
        long id = requireNonNull(transaction.take(NEXT_ID, row -> row.getLong(1)), "the table last_id is empty");
        var path = item.path();
        var created = switch (item) {
            case Job job -> {
                transaction.add(
                        CREATE,
                        id,
                        path.fullName(),
                        path.key(),
                        job.version(),
                        flag(job.disabled()),
                        flag(job.heldOff()),
                        job.nextBuildNumber(),
                        JobRow.body(job));
                yield job.withId(id);
            }
            case Folder folder -> {
                transaction.add(
                        CREATE_FOLDER, id, path.fullName(), path.key(), folder.version(), FolderRow.body(folder));
                yield folder.withId(id);
            }
        };
        transaction.add(ADD_DOCUMENT, id, flag(added.secret()), added.document());
        transaction.event(
                item instanceof Job ? EventType.JOB_CREATED : EventType.FOLDER_CREATED, Long.toString(id), change);
        return created;
    }

    @Override
    public void configure(Item item, byte[] document, boolean secret, Change change) {
        var stored = atRest(document, secret);
        access.perform(transaction -> {
            refuseMissing(
                    switch (item) {
                        case Job job ->
                            transaction.change(
                                    CONFIGURE,
                                    job.version(),
                                    flag(job.disabled()),
                                    flag(job.heldOff()),
                                    JobRow.body(job),
                                    job.id());
                        case Folder folder ->
                            transaction.change(CONFIGURE_FOLDER, folder.version(), FolderRow.body(folder), folder.id());
                    });
            if (item instanceof Job) {
                transaction.change(FORGET_KEPT, item.id());
                transaction.change(KEEP_DOCUMENT, item.id());
            }
            transaction.change(REPLACE_DOCUMENT, flag(secret), stored, item.id());
            transaction.event(
                    item instanceof Job ? EventType.JOB_CONFIGURED : EventType.FOLDER_CONFIGURED,
                    Long.toString(item.id()),
                    change);
        });
    }

    @Override
    public void rename(List<? extends Item> items, Change change) {
        access.perform(transaction -> {
            refuseTaken(transaction, items.getFirst().path(), items.getFirst().id());
            for (var item : items) {
                var path = item.path();
                boolean job = item instanceof Job;
                refuseMissing(transaction.change(
                        job ? RENAME : RENAME_FOLDER, path.fullName(), path.key(), item.version(), item.id()));
                transaction.event(
                        job ? EventType.JOB_RENAMED : EventType.FOLDER_RENAMED, Long.toString(item.id()), change);
            }
        });
    }

    @Override
    public void delete(List<? extends Item> items, Change change) {
        access.perform(transaction -> {
            for (var item : items) {
                switch (item) {
                    case Job job -> delete(transaction, job, change);
                    case Folder folder -> delete(transaction, folder, change);
                }
            }
        });
    }

    private static void delete(Transaction transaction, Job job, Change change) throws SQLException {
        long id = job.id();
        if (transaction.change(DELETE, id) > 0) {
            transaction.change(DELETE_DOCUMENT, id);
            SqlFingerprints.deleteOfJob(transaction, id);
            SqlQueue.deleteOfJob(transaction, id);
            SqlBuilds.deleteOfJob(transaction, id);
            SqlLastChanges.deleteOfJob(transaction, id);
            transaction.event(EventType.JOB_DELETED, Long.toString(id), change);
        }
    }

    private static void delete(Transaction transaction, Folder folder, Change change) throws SQLException {
        if (transaction.change(DELETE_FOLDER, folder.id()) > 0) {
            transaction.change(DELETE_DOCUMENT, folder.id());
            transaction.event(EventType.FOLDER_DELETED, Long.toString(folder.id()), change);
        }
    }

    @Override
    public byte[] document(long id) {
        return access.first(DOCUMENT, SqlItems::document, id).map(this::plain).orElseThrow(SqlItems::missing);
    }

    @Override
    public Optional<byte[]> document(long job, int build) {
        return access.first(KEPT_DOCUMENT, SqlItems::document, job, build).map(this::plain);
    }

    private byte[] plain(Document found) {
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
        if (transaction.number(TAKEN, path.key(), exceptFor, path.key(), exceptFor) > 0) {
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
