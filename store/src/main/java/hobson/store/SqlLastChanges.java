package hobson.store;

import hobson.engine.scm.LastChange;
import hobson.engine.scm.LastChanges;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Table {@code last_change}. */
final class SqlLastChanges implements LastChanges {
    private static final String NOTE = """
            INSERT INTO last_change (job, author, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (job, author) DO UPDATE SET changed_at = excluded.changed_at
            WHERE excluded.changed_at > last_change.changed_at""";
    private static final String NEWEST =
            "SELECT job, author, changed_at FROM last_change ORDER BY changed_at DESC, job, author LIMIT ?";
    private static final String DELETE_OF_JOB = "DELETE FROM last_change WHERE job = ?";

    private final Access access;

    SqlLastChanges(Access access) {
        this.access = access;
    }

    @Override
    public void note(long jobId, Collection<String> authors, long at) {
        var names =
                authors.stream().map(SqlLastChanges::name).distinct().sorted().toList(); // locks rows in one order
        if (!names.isEmpty()) {
            access.perform(transaction -> {
                for (var name : names) {
                    transaction.change(NOTE, jobId, name, at);
                }
            });
        }
    }

    /** PostgreSQL keeps no text with a NUL in it. */
    private static String name(String author) {
        var name = author.replace('\0', '\uFFFD');
        int end = Math.min(name.length(), LONGEST_NAME);
        return name.substring(0, end > 0 && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }

    @Override
    public List<LastChange> newest(int most) {
        return access.list(NEWEST, row -> new LastChange(row.getLong(1), row.getString(2), row.getLong(3)), most);
    }

    static void deleteOfJob(Transaction transaction, long job) throws SQLException {
        transaction.change(DELETE_OF_JOB, job);
    }
}
