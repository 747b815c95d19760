/** Where the sources of jobs are. */
@NullMarked
package hobson.engine.scm;

import org.jspecify.annotations.NullMarked;
