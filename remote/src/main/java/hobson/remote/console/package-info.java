/** The consoles of builds, whole and bit by bit ({@code remote-api.md §8}). */
@NullMarked
package hobson.remote.console;

import org.jspecify.annotations.NullMarked;
