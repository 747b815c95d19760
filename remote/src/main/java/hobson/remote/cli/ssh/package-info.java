/** Commands by SSH: each is an exec channel of its own (cli.md §5). Loaded only when a port is set. */
@NullMarked
package hobson.remote.cli.ssh;

import org.jspecify.annotations.NullMarked;
