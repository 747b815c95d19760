/** Plugins as files: what they say of themselves, and how their parts come into the server. */
@NullMarked
package hobson.parts.plugin;

import org.jspecify.annotations.NullMarked;
