/** Commands for jobs and folders ({@code cli.md §7.1}). */
@NullMarked
package hobson.remote.cli.item;

import org.jspecify.annotations.NullMarked;
