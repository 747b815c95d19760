/** Files that builds made, for browsers and programs ({@code endpoints.md §4}). */
@NullMarked
package hobson.remote.files;

import org.jspecify.annotations.NullMarked;
