/** Decides which old builds and artifacts of a job go. */
@NullMarked
package hobson.parts.discard;

import org.jspecify.annotations.NullMarked;
