/** Selections of jobs that people give a name. */
@NullMarked
package hobson.engine.view;

import org.jspecify.annotations.NullMarked;
