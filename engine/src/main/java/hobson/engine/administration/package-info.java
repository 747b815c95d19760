/** What is done to the server as a whole. */
@NullMarked
package hobson.engine.administration;

import org.jspecify.annotations.NullMarked;
