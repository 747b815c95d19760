/** Finds the files of a workspace that Ant patterns mean. */
@NullMarked
package hobson.parts.files;

import org.jspecify.annotations.NullMarked;
