/** Help, completion and man pages, made from the commands' declarations. */
@NullMarked
package hobson.cli.help;

import org.jspecify.annotations.NullMarked;
