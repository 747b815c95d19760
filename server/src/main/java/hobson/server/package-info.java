/** Assembles it: settings, wiring, main. */
@NullMarked
package hobson.server;

import org.jspecify.annotations.NullMarked;
