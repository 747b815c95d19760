/** What jobs are made of: one package per part. */
@NullMarked
package hobson.parts;

import org.jspecify.annotations.NullMarked;
