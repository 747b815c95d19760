/** What administrators do to the server as a whole ({@code endpoints.md §9}). */
@NullMarked
package hobson.remote.administration;

import org.jspecify.annotations.NullMarked;
