package hobson.store;

import hobson.engine.build.BuildSummary;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobTraits;
import hobson.engine.item.Wiring;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes jobs of rows. Texts that most jobs have in common are kept once. For one thread. */
final class JobRow implements Row<Job> {
    private static final int VERSION = 1;
    static final String COLUMNS = """
            id, path, version, disabled, held_off, next_build_number, body,
            newest_number, newest_result, newest_at, newest_duration,
            completed_number, completed_result, completed_at, completed_duration""";

    private final Map<String, String> kinds = new HashMap<>();

    /** What of a job no statement looks at. */
    static byte[] body(Job job) {
        var out = new Encoder(VERSION)
                .text(job.kind())
                .optional(job.displayName())
                .list(job.wiring().downstream(), Encoder::text)
                .list(job.wiring().upstream(), Encoder::text)
                .list(job.wiring().timers(), Encoder::text)
                .list(job.wiring().polls(), Encoder::text)
                .list(job.wiring().repositories(), Encoder::text)
                .flag(job.wiring().webhook())
                .flag(job.traits().reported());
        GrantCodes.write(out, job.grants());
        return out.bytes();
    }

    @Override
    public Job read(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        var body = new Decoder(row.getBytes(7), VERSION, () -> "job " + id);
        return new Job(
                id,
                ItemPath.of(row.getString(2)),
                row.getLong(3),
                traits(body, row.getInt(4) != 0),
                row.getInt(5) != 0,
                false,
                null,
                row.getInt(6),
                summary(row, 8),
                summary(row, 12));
    }

    private JobTraits traits(Decoder body, boolean disabled) {
        return new JobTraits(
                kinds.computeIfAbsent(body.text(), kind -> kind),
                body.optional(),
                disabled,
                wiring(body),
                body.flag(),
                GrantCodes.read(body));
    }

    private static Wiring wiring(Decoder body) {
        return new Wiring(
                body.list(Decoder::text),
                body.list(Decoder::text),
                body.list(Decoder::text),
                body.list(Decoder::text),
                body.list(Decoder::text),
                body.flag());
    }

    private static @Nullable BuildSummary summary(ResultSet row, int first) throws SQLException {
        return row.getInt(first) == 0 ? null : Codes.summary(row, first);
    }
}
