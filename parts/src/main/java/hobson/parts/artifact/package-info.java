/** Keeps files of the workspace with the build, and lists them. */
@NullMarked
package hobson.parts.artifact;

import org.jspecify.annotations.NullMarked;
