/** The command line: its options, its help, its mistakes. */
@NullMarked
package hobson.server.command;

import org.jspecify.annotations.NullMarked;
