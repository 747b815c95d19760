/** Which build a file came from. */
@NullMarked
package hobson.engine.fingerprint;

import org.jspecify.annotations.NullMarked;
