/** What the server says about itself, for administrators ({@code endpoints.md §9}). */
@NullMarked
package hobson.remote.log;

import org.jspecify.annotations.NullMarked;
