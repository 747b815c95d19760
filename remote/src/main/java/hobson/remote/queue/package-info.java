/** What callers do to queue items. */
@NullMarked
package hobson.remote.queue;

import org.jspecify.annotations.NullMarked;
