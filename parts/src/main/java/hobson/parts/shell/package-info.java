/** The build step that runs a shell script. */
@NullMarked
package hobson.parts.shell;

import org.jspecify.annotations.NullMarked;
