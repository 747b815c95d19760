/** What callers do to jobs: create, configure, rename, enable, delete. */
@NullMarked
package hobson.remote.item;

import org.jspecify.annotations.NullMarked;
