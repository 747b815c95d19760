/** The accounts: what they show of themselves, their settings, and their API tokens. */
@NullMarked
package hobson.remote.user;

import org.jspecify.annotations.NullMarked;
