/** Starts builds of other jobs when a build has ended well enough. */
@NullMarked
package hobson.parts.downstream;

import org.jspecify.annotations.NullMarked;
