/** Servers remembered, chosen and forgotten. */
@NullMarked
package hobson.cli.login;

import org.jspecify.annotations.NullMarked;
