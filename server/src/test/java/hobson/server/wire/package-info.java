/** What clients send to the whole server and get back: the routes that change something, over a socket, one server for each class. */
@NullMarked
package hobson.server.wire;

import org.jspecify.annotations.NullMarked;
