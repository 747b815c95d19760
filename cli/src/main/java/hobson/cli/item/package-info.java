/** Jobs: listed, read, written, compared. */
@NullMarked
package hobson.cli.item;

import org.jspecify.annotations.NullMarked;
