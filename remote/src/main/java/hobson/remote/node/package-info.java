/** What callers do to nodes: create, configure, take out of service, delete. */
@NullMarked
package hobson.remote.node;

import org.jspecify.annotations.NullMarked;
