/** How a command line comes here and its streams go back: frames over two HTTP requests or over a WebSocket (cli.md §3, §4). */
@NullMarked
package hobson.remote.cli.transport;

import org.jspecify.annotations.NullMarked;
