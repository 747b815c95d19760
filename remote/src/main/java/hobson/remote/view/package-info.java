/** What callers do to views ({@code endpoints.md §7}). */
@NullMarked
package hobson.remote.view;

import org.jspecify.annotations.NullMarked;
