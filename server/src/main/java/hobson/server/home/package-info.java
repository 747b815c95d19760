/** The folder of a server: what it keeps beside its database, and that only one server uses it. */
@NullMarked
package hobson.server.home;

import org.jspecify.annotations.NullMarked;
