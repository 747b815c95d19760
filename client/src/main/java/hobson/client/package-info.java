/** A typed client of the remote access API, for Hobson and for Jenkins. Everything begins with {@code Hobson.connect}. */
@NullMarked
package hobson.client;

import org.jspecify.annotations.NullMarked;
