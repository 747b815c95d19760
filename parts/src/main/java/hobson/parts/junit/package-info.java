/** Reads the reports that test tools write in the form of JUnit's, and records what became of each test. */
@NullMarked
package hobson.parts.junit;

import org.jspecify.annotations.NullMarked;
