/** Two documents compared by what they mean, and the difference shown to people. */
@NullMarked
package hobson.cli.diff;

import org.jspecify.annotations.NullMarked;
