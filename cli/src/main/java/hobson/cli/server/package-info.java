/** The rest of a server: queue, nodes, views, people, plugins. */
@NullMarked
package hobson.cli.server;

import org.jspecify.annotations.NullMarked;
