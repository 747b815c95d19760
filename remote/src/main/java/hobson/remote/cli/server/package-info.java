/** Commands about the server as a whole ({@code cli.md §7.6}). */
@NullMarked
package hobson.remote.cli.server;

import org.jspecify.annotations.NullMarked;
