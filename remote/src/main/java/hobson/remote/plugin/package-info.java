/** Plugins and the update centre ({@code endpoints.md §11}, {@code plugins-and-update-center.md}). */
@NullMarked
package hobson.remote.plugin;

import org.jspecify.annotations.NullMarked;
