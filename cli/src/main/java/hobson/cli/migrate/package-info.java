/** A Jenkins taken over by its own API. */
@NullMarked
package hobson.cli.migrate;

import org.jspecify.annotations.NullMarked;
