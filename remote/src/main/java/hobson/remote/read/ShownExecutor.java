package hobson.remote.read;

import hobson.engine.build.BuildId;
import org.jspecify.annotations.Nullable;

/**
 * An executor as it is now.
 *
 * @param build what it runs, null while it is idle
 */
record ShownExecutor(int number, @Nullable BuildId build) {}
