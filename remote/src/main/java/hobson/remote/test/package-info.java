/** The reports of tests: their API and their pages ({@code objects.md §16}). */
@NullMarked
package hobson.remote.test;

import org.jspecify.annotations.NullMarked;
