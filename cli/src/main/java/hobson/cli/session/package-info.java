/** What every command is given: its terminal, its options, its server. */
@NullMarked
package hobson.cli.session;

import org.jspecify.annotations.NullMarked;
