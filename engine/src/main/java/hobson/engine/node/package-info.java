/** Where builds run: the built-in node, its executors and labels. */
@NullMarked
package hobson.engine.node;

import org.jspecify.annotations.NullMarked;
