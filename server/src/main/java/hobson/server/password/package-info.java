/** The password hash. */
@NullMarked
package hobson.server.password;

import org.jspecify.annotations.NullMarked;
