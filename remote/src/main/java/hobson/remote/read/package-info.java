/** Shows what the server knows: the objects of the engine as the remote access API exports them, and small pages about them. */
@NullMarked
package hobson.remote.read;

import org.jspecify.annotations.NullMarked;
