/** Carries it: requests, responses, routes. Knows no CI. */
@NullMarked
package hobson.http;

import org.jspecify.annotations.NullMarked;
