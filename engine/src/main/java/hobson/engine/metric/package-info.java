/** Counts what happens, for those who watch the server. */
@NullMarked
package hobson.engine.metric;

import org.jspecify.annotations.NullMarked;
