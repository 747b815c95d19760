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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables {@code fingerprint} and {@code fingerprint_use}. */
final class SqlFingerprints implements FingerprintStore {
    private static final String ADD = """
            INSERT INTO fingerprint (md5, file_name, seen_at, origin_job, origin_number) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (md5) DO NOTHING""";
    private static final String USE = """
            INSERT INTO fingerprint_use (job, number, md5) VALUES (?, ?, ?)
            ON CONFLICT (job, number, md5) DO NOTHING""";
    private static final String FIND =
            "SELECT md5, file_name, seen_at, origin_job, origin_number FROM fingerprint WHERE md5 = ?";
    private static final String ANY = "SELECT 1 FROM fingerprint_use WHERE job = ? AND number = ? LIMIT 1";
    private static final String OF = """
            SELECT f.md5, f.file_name, f.seen_at, f.origin_job, f.origin_number
            FROM fingerprint_use b JOIN fingerprint f ON f.md5 = b.md5
            WHERE b.job = ? AND b.number = ?""";
    /** Numbers without a gap between them are an island: each is as far from its place among them as the others. */
    private static final String RANGES = """
            SELECT md5, job, oldest, newest FROM (
                SELECT md5, job, min(number) AS oldest, max(number) AS newest,
                    row_number() OVER (PARTITION BY md5 ORDER BY max(number) DESC, job) AS place
                FROM (
                    SELECT u.md5, u.job, u.number,
                        u.number - row_number() OVER (PARTITION BY u.md5, u.job ORDER BY u.number) AS island
                    FROM fingerprint_use u WHERE %s) numbered
                GROUP BY md5, job, island) ranges
            WHERE place <= ? ORDER BY md5, job, oldest""";

    private static final String RANGES_OF_FILE = RANGES.formatted("u.md5 = ?");
    private static final String RANGES_OF_BUILD =
            RANGES.formatted("u.md5 IN (SELECT md5 FROM fingerprint_use WHERE job = ? AND number = ?)");
    private static final int MOST_RANGES = 5_000;
    private static final int MOST_RANGES_IN_LIST = 100;
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
        return access.first(FIND, SqlFingerprints::file, (Object) sought)
                .map(file -> used(file, access.list(RANGES_OF_FILE, SqlFingerprints::uses, sought, MOST_RANGES)));
    }

    @Override
    public boolean any(long jobId, int number) {
        return access.first(ANY, _ -> true, jobId, number).isPresent();
    }

    @Override
    public List<Fingerprint> of(long jobId, int number) {
        var uses = access.list(RANGES_OF_BUILD, SqlFingerprints::uses, jobId, number, MOST_RANGES_IN_LIST).stream()
                .collect(Collectors.groupingBy(Uses::md5));
        return access.list(OF, SqlFingerprints::file, jobId, number).stream()
                .map(file -> used(file, uses.getOrDefault(file.md5(), List.of())))
                .sorted(Comparator.comparing(Fingerprint::fileName)) // databases disagree on the order of texts
                .toList();
    }

    /** One row: builds of a job that made or used a file. */
    private record Uses(String md5, long job, Fingerprint.Range builds) {}

    private static Uses uses(ResultSet row) throws SQLException {
        return new Uses(
                HexFormat.of().formatHex(row.getBytes(1)),
                row.getLong(2),
                new Fingerprint.Range(row.getInt(3), row.getInt(4)));
    }

    private static Fingerprint file(ResultSet row) throws SQLException {
        var origin = row.getLong(4) == 0 ? null : new Fingerprint.Origin(row.getLong(4), row.getInt(5));
        return new Fingerprint(
                HexFormat.of().formatHex(row.getBytes(1)), row.getString(2), row.getLong(3), origin, Map.of());
    }

    private static Fingerprint used(Fingerprint file, List<Uses> uses) {
        var usage = new LinkedHashMap<Long, List<Fingerprint.Range>>();
        for (var use : uses) {
            usage.computeIfAbsent(use.job, _ -> new ArrayList<>()).add(use.builds);
        }
        return new Fingerprint(file.md5(), file.fileName(), file.timestamp(), file.origin(), usage);
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
