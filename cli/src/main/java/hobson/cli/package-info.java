/** The command {@code hobson} for users: everything but the server itself. */
@NullMarked
package hobson.cli;

import org.jspecify.annotations.NullMarked;
