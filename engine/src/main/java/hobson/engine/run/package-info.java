/** How a build runs: steps, processes, log, and how it goes on after a crash. */
@NullMarked
package hobson.engine.run;

import org.jspecify.annotations.NullMarked;
