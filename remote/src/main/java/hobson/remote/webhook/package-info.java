/** Where other programs say that something has happened: new commits, and whatever a generic webhook carries. */
@NullMarked
package hobson.remote.webhook;

import org.jspecify.annotations.NullMarked;
