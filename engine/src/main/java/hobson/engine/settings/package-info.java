/** What the administrator decided for the whole server. */
@NullMarked
package hobson.engine.settings;

import org.jspecify.annotations.NullMarked;
