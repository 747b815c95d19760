package hobson.engine.fingerprint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a file was seen.
 *
 * @param md5 32 lower-case hexadecimal digits
 * @param origin the build that made it, null when it was brought from outside
 * @param usage build numbers by job id, ascending
 */
public record Fingerprint(
        String md5,
        String fileName,
        long timestamp,
        @Nullable Origin origin,
        Map<Long, List<Integer>> usage) {
    /** A build. */
    public record Origin(long jobId, int number) {}
}
