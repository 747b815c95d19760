/** A directory of definitions and a server: compared, applied, exported. */
@NullMarked
package hobson.cli.definition;

import org.jspecify.annotations.NullMarked;
