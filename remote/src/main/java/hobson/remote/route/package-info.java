/** Where the objects are in the space of addresses, and how a request finds them. */
@NullMarked
package hobson.remote.route;

import org.jspecify.annotations.NullMarked;
