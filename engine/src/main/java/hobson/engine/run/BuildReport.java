package hobson.engine.run;

import hobson.engine.build.Result;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a build that was run elsewhere, but for its log.
 *
 * @param duration milliseconds
 */
public record BuildReport(
        Result result,
        long duration,
        @Nullable String displayName,
        @Nullable String description) {}
