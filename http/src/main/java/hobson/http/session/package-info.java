/** Remembers a browser between its requests. */
@NullMarked
package hobson.http.session;

import org.jspecify.annotations.NullMarked;
