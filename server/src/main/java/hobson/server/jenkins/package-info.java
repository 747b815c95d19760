/** Takes in what a Jenkins has: {@code hobson import}. Reads its home, and writes nothing there. */
@NullMarked
package hobson.server.jenkins;

import org.jspecify.annotations.NullMarked;
