/** Tests that walk the whole tree: what its documents promise about it is true. */
@NullMarked
package hobson.server.house;

import org.jspecify.annotations.NullMarked;
