/** What builds jobs by itself, as documents write it. */
@NullMarked
package hobson.parts.trigger;

import org.jspecify.annotations.NullMarked;
