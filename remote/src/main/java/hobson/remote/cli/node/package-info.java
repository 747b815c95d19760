/** Commands about nodes ({@code cli.md §7.4}). */
@NullMarked
package hobson.remote.cli.node;

import org.jspecify.annotations.NullMarked;
