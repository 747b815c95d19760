package hobson.store;

import hobson.engine.build.Build.Phase;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Result;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Enums as the small numbers that are on disk: they are never changed or used again. */
final class Codes {
    private Codes() {}

    /** 0 when there is none. */
    static int of(@Nullable Result result) {
        return switch (result) {
            case null -> 0;
            case SUCCESS -> 1;
            case UNSTABLE -> 2;
            case FAILURE -> 3;
            case NOT_BUILT -> 4;
            case ABORTED -> 5;
        };
    }

    static @Nullable Result result(int code) {
        return switch (code) {
            case 0 -> null;
            case 1 -> Result.SUCCESS;
            case 2 -> Result.UNSTABLE;
            case 3 -> Result.FAILURE;
            case 4 -> Result.NOT_BUILT;
            case 5 -> Result.ABORTED;
            default -> throw unknown("result", code);
        };
    }

    static int of(Phase phase) {
        return switch (phase) {
            case RUNNING -> 0;
            case FINISHING -> 1;
            case COMPLETED -> 2;
        };
    }

    static Phase phase(int code) {
        return switch (code) {
            case 0 -> Phase.RUNNING;
            case 1 -> Phase.FINISHING;
            case 2 -> Phase.COMPLETED;
            default -> throw unknown("phase", code);
        };
    }

    /** Four columns: number, result, time, duration. */
    static BuildSummary summary(ResultSet row, int first) throws SQLException {
        return new BuildSummary(
                row.getInt(first), result(row.getInt(first + 1)), row.getLong(first + 2), row.getLong(first + 3));
    }

    static StoreFailure unknown(String what, int code) {
        return new StoreFailure("the store holds a build or an event with " + what + " " + code
                + ", which this version does not know: run the version that wrote it, or a newer one");
    }
}
