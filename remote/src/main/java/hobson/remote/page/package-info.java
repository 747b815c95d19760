/** What answers look like that are not data: pages, refusals, errors, and the headers by which clients know the server. */
@NullMarked
package hobson.remote.page;

import org.jspecify.annotations.NullMarked;
