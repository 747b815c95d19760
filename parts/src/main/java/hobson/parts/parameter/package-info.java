/** Parameters that jobs declare: text, choices, flags, passwords, files, builds of other jobs. */
@NullMarked
package hobson.parts.parameter;

import org.jspecify.annotations.NullMarked;
