/** The addresses of credentials: stores of the server, of folders and of users ({@code endpoints.md §13}, {@code objects.md §18}). */
@NullMarked
package hobson.remote.credential;

import org.jspecify.annotations.NullMarked;
