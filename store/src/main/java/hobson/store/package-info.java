/** Keeps it: SQL, and logs and artifacts as blobs. */
@NullMarked
package hobson.store;

import org.jspecify.annotations.NullMarked;
