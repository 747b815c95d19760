package hobson.store;

import hobson.engine.build.Build;
import hobson.engine.test.TestTotals;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Builds as rows of {@code build} and {@code build_detail}. */
final class BuildRow {
    /** Since 2 with the tests. */
    private static final int VERSION = 2;

    /** What {@link #read} reads: those of {@code build b} and {@code build_detail d}. */
    static final String COLUMNS = """
            b.job, b.number, b.phase, b.result, b.created_at, b.duration, d.queue_item, d.origin, d.body""";

    private BuildRow() {}

    /** What of a build no statement looks at. */
    static byte[] body(Build build) {
        var tests = build.tests();
        return new Encoder(VERSION)
                .number(build.startTime())
                .optional(build.description())
                .optional(build.displayName())
                .flag(build.keep())
                .text(build.builtOn())
                .number(build.executor())
                .optional(build.workspace())
                .list(build.interruptedBy(), Encoder::text)
                .optional(tests == null ? null : tests.text())
                .bytes();
    }

    static byte[] origin(Build build) {
        return new Origin(build.causes(), build.parameters()).bytes();
    }

    static Build read(ResultSet row) throws SQLException {
        long job = row.getLong(1);
        int number = row.getInt(2);
        var origin = Origin.read(row.getBytes(8), () -> name(job, number));
        var body = new Decoder(row.getBytes(9), VERSION, () -> name(job, number));
        long startTime = body.number();
        return new Build(
                job,
                number,
                row.getLong(7),
                row.getLong(5),
                startTime,
                row.getLong(6),
                Codes.phase(row.getInt(3)),
                Codes.result(row.getInt(4)),
                body.optional(),
                body.optional(),
                body.flag(),
                body.text(),
                body.integer(),
                body.optional(),
                origin.causes(),
                origin.parameters(),
                body.list(Decoder::text),
                tests(body));
    }

    private static @Nullable TestTotals tests(Decoder body) {
        var text = body.version() < 2 ? null : body.optional();
        return text == null ? null : TestTotals.parse(text);
    }

    private static String name(long job, int number) {
        return "build " + job + "/" + number;
    }
}
