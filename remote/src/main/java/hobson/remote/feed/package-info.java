/** Feeds of builds, for readers of Atom and RSS and for build lights. */
@NullMarked
package hobson.remote.feed;

import org.jspecify.annotations.NullMarked;
