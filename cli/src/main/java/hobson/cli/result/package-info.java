/** What builds leave: artifacts and results of tests. */
@NullMarked
package hobson.cli.result;

import org.jspecify.annotations.NullMarked;
