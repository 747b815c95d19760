/** Speaks it: the wire schemas and every endpoint. */
@NullMarked
package hobson.remote;

import org.jspecify.annotations.NullMarked;
