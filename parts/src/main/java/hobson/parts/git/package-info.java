/** Sources in Git. */
@NullMarked
package hobson.parts.git;

import org.jspecify.annotations.NullMarked;
