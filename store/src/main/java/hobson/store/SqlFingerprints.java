package hobson.store;

import hobson.engine.fingerprint.Fingerprint;
import hobson.engine.fingerprint.FingerprintStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables {@code fingerprint} and {@code fingerprint_use}. */
final class SqlFingerprints implements FingerprintStore {
    private static final String ADD = """
            INSERT INTO fingerprint (md5, file_name, seen_at, origin_job, origin_number) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (md5) DO NOTHING""";
    private static final String USE = """
            INSERT INTO fingerprint_use (job, number, md5) VALUES (?, ?, ?)
            ON CONFLICT (job, number, md5) DO NOTHING""";
    private static final String FIND = """
            SELECT f.md5, f.file_name, f.seen_at, f.origin_job, f.origin_number, u.job, u.number
            FROM fingerprint f JOIN fingerprint_use u ON u.md5 = f.md5
            WHERE f.md5 = ? ORDER BY u.job, u.number""";
    private static final String ANY = "SELECT 1 FROM fingerprint_use WHERE job = ? AND number = ? LIMIT 1";
    private static final String OF = """
            SELECT f.md5, f.file_name, f.seen_at, f.origin_job, f.origin_number, u.job, u.number
            FROM fingerprint_use b JOIN fingerprint f ON f.md5 = b.md5 JOIN fingerprint_use u ON u.md5 = b.md5
            WHERE b.job = ? AND b.number = ? ORDER BY f.md5, u.job, u.number""";
    private static final String DELETE_OF_BUILD = """
            DELETE FROM fingerprint WHERE md5 IN (SELECT md5 FROM fingerprint_use WHERE job = ? AND number = ?)
                AND NOT EXISTS (
                    SELECT 1 FROM fingerprint_use u
                    WHERE u.md5 = fingerprint.md5 AND (u.job <> ? OR u.number <> ?))""";
    private static final String DELETE_USES_OF_BUILD = "DELETE FROM fingerprint_use WHERE job = ? AND number = ?";
    private static final String DELETE_OF_JOB = """
            DELETE FROM fingerprint WHERE md5 IN (SELECT md5 FROM fingerprint_use WHERE job = ?)
                AND NOT EXISTS (SELECT 1 FROM fingerprint_use u WHERE u.md5 = fingerprint.md5 AND u.job <> ?)""";
    private static final String DELETE_USES_OF_JOB = "DELETE FROM fingerprint_use WHERE job = ?";

    private final Access access;

    SqlFingerprints(Access access) {
        this.access = access;
    }

    @Override
    public void record(long jobId, int number, Map<String, String> files, boolean made, long timestamp) {
        var known = new ArrayList<@Nullable Object[]>();
        var used = new ArrayList<@Nullable Object[]>();
        files.forEach((path, md5) -> {
            var bytes = bytes(md5);
            var name = path.substring(path.lastIndexOf('/') + 1);
            known.add(new @Nullable Object[] {bytes, name, timestamp, made ? jobId : 0, made ? number : 0});
            used.add(new @Nullable Object[] {jobId, number, bytes});
        });
        access.perform(transaction -> {
            for (var row : known) {
                transaction.add(ADD, row);
            }
            for (var row : used) {
                transaction.add(USE, row);
            }
        });
    }

    private static byte[] bytes(String md5) {
        if (md5.length() != 32) {
            throw new IllegalArgumentException("not an MD5: " + md5);
        }
        return HexFormat.of().parseHex(md5);
    }

    @Override
    public Optional<Fingerprint> find(String md5) {
        byte[] sought;
        try {
            sought = bytes(md5);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return gather(access.list(FIND, Use::read, (Object) sought)).stream().findFirst();
    }

    @Override
    public boolean any(long jobId, int number) {
        return access.first(ANY, _ -> true, jobId, number).isPresent();
    }

    @Override
    public List<Fingerprint> of(long jobId, int number) {
        var found = gather(access.list(OF, Use::read, jobId, number));
        found.sort(Comparator.comparing(Fingerprint::fileName)); // databases disagree on the order of texts
        return found;
    }

    /** One row: a file, and a build that made or used it. */
    private record Use(
            String md5, String fileName, long timestamp, Fingerprint.@Nullable Origin origin, long job, int number) {
        static Use read(ResultSet row) throws SQLException {
            var origin = row.getLong(4) == 0 ? null : new Fingerprint.Origin(row.getLong(4), row.getInt(5));
            return new Use(
                    HexFormat.of().formatHex(row.getBytes(1)),
                    row.getString(2),
                    row.getLong(3),
                    origin,
                    row.getLong(6),
                    row.getInt(7));
        }
    }

    /** Rows of the same file follow each other. */
    private static List<Fingerprint> gather(List<Use> uses) {
        var found = new LinkedHashMap<String, Fingerprint>();
        for (var use : uses) {
            found.computeIfAbsent(
                            use.md5,
                            md5 -> new Fingerprint(md5, use.fileName, use.timestamp, use.origin, new LinkedHashMap<>()))
                    .usage()
                    .computeIfAbsent(use.job, _ -> new ArrayList<>())
                    .add(use.number);
        }
        return new ArrayList<>(found.values());
    }

    /** Removes what a build knows of files, and the files that no other build knows. */
    static void deleteOfBuild(Transaction transaction, long job, int number) throws SQLException {
        transaction.change(DELETE_OF_BUILD, job, number, job, number);
        transaction.change(DELETE_USES_OF_BUILD, job, number);
    }

    /** Removes what a job's builds know of files, and the files that no other job knows. */
    static void deleteOfJob(Transaction transaction, long job) throws SQLException {
        transaction.change(DELETE_OF_JOB, job, job);
        transaction.change(DELETE_USES_OF_JOB, job);
    }
}
