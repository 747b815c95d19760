/** Triggers that wait for their turn: accepted, durable, explained. */
@NullMarked
package hobson.engine.queue;

import org.jspecify.annotations.NullMarked;
