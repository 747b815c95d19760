/** Secrets at rest. */
@NullMarked
package hobson.engine.secret;

import org.jspecify.annotations.NullMarked;
