/** Commands about views ({@code cli.md §7.5}). */
@NullMarked
package hobson.remote.cli.view;

import org.jspecify.annotations.NullMarked;
