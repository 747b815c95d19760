/** Who asks: accounts, tokens, callers, permissions. */
@NullMarked
package hobson.engine.user;

import org.jspecify.annotations.NullMarked;
