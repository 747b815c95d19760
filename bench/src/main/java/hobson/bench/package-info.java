/** Measures it: benchmarks and the load rig. */
@NullMarked
package hobson.bench;

import org.jspecify.annotations.NullMarked;
