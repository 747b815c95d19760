/** Finds out which handler a path means: a declared table of places and what can be done at each. */
@NullMarked
package hobson.http.route;

import org.jspecify.annotations.NullMarked;
