/** How a server lives through time: its clock, its sleeps and the threads it works on. */
@NullMarked
package hobson.engine.time;

import org.jspecify.annotations.NullMarked;
