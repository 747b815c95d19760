/** Keeps it: jobs, builds, the queue, accounts, fingerprints and events in SQL. */
@NullMarked
package hobson.store;

import org.jspecify.annotations.NullMarked;
