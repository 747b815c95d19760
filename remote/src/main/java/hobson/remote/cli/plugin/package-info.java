/** Commands about plugins ({@code cli.md §7.7}). */
@NullMarked
package hobson.remote.cli.plugin;

import org.jspecify.annotations.NullMarked;
