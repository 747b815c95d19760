/** Answers with files of a directory, and never with one outside it. */
@NullMarked
package hobson.http.file;

import org.jspecify.annotations.NullMarked;
