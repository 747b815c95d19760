/** Credentials: their documents, and the build wrapper that hands them to steps ({@code endpoints.md §13}). */
@NullMarked
package hobson.parts.credential;

import org.jspecify.annotations.NullMarked;
