/** Notes the checksums of files, so that it is known where they were made and used. */
@NullMarked
package hobson.parts.fingerprint;

import org.jspecify.annotations.NullMarked;
