/** Builds: started, followed, listed, stopped. */
@NullMarked
package hobson.cli.build;

import org.jspecify.annotations.NullMarked;
