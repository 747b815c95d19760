package hobson.engine.fingerprint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a file was seen.
 *
 * @param md5 32 lower-case hexadecimal digits
 * @param origin the build that made it, null when it was brought from outside
 * @param usage builds by job id, ascending; only the newest ones of a file that very many have used
 */
public record Fingerprint(
        String md5,
        String fileName,
        long timestamp,
        @Nullable Origin origin,
        Map<Long, List<Range>> usage) {
    /** Builds that follow each other without a gap; both are among them. */
    public record Range(int first, int last) {}

    /** A build. */
    public record Origin(long jobId, int number) {}
}
