package hobson.engine.build;

import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory of every build that was looked at.
 *
 * @param result null while the build is running
 * @param timestamp when it was created, milliseconds since 1970
 * @param duration milliseconds, 0 while running
 */
public record BuildSummary(int number, @Nullable Result result, long timestamp, long duration) {}
