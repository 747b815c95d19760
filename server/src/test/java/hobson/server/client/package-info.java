/** Tests with the clients that people use: each does the main job, and what else of it the client offers. */
@NullMarked
package hobson.server.client;

import org.jspecify.annotations.NullMarked;
