/** What programs that watch the server ask: whether it lives, whether it is ready, and how it is doing. */
@NullMarked
package hobson.remote.monitor;

import org.jspecify.annotations.NullMarked;
