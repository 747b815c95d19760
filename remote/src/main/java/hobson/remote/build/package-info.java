/** What callers do to builds and executors. */
@NullMarked
package hobson.remote.build;

import org.jspecify.annotations.NullMarked;
