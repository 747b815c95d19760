/** What happened, in order. */
@NullMarked
package hobson.engine.event;

import org.jspecify.annotations.NullMarked;
