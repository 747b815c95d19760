/** What a server has that exists for a test: a clock that the test winds, builds that the test decides, faults, and a record. */
@NullMarked
package hobson.server.ephemeral;

import org.jspecify.annotations.NullMarked;
