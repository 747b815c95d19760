/** Serves the API of any object: {@code …/api/json} and its siblings. */
@NullMarked
package hobson.remote.api;

import org.jspecify.annotations.NullMarked;
