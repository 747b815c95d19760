/** What the tests of builds came to: recorded case by case, and read again without holding more than one case in memory. */
@NullMarked
package hobson.engine.test;

import org.jspecify.annotations.NullMarked;
