/** What is printed: tables, JSON, colours, progress, questions. */
@NullMarked
package hobson.cli.terminal;

import org.jspecify.annotations.NullMarked;
