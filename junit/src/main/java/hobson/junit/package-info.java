/** The real server in a test: in memory, with a clock, outcomes and faults that the test decides. */
@NullMarked
package hobson.junit;

import org.jspecify.annotations.NullMarked;
