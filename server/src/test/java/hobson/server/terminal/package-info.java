/** {@code jenkins-cli.jar}, as people use it. */
@NullMarked
package hobson.server.terminal;

import org.jspecify.annotations.NullMarked;
