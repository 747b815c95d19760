/** How builds are asked for, in every form that clients send. */
@NullMarked
package hobson.remote.trigger;

import org.jspecify.annotations.NullMarked;
