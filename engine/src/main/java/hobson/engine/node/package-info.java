/** Where builds run: the nodes, their labels, executors and states. */
@NullMarked
package hobson.engine.node;

import org.jspecify.annotations.NullMarked;
