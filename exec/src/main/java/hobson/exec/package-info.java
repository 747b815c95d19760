/** Runs it: detached processes on this host. */
@NullMarked
package hobson.exec;

import org.jspecify.annotations.NullMarked;
