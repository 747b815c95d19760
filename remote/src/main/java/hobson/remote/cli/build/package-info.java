/** Commands that start builds, and those for builds that exist ({@code cli.md §7.2–7.3}). */
@NullMarked
package hobson.remote.cli.build;

import org.jspecify.annotations.NullMarked;
