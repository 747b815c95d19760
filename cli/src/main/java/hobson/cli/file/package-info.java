/** Files that are there as a whole or not at all. */
@NullMarked
package hobson.cli.file;

import org.jspecify.annotations.NullMarked;
