/** Describes every address of this server to programs: {@code /openapi.json}. */
@NullMarked
package hobson.remote.openapi;

import org.jspecify.annotations.NullMarked;
