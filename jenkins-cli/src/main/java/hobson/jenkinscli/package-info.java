/** The program jenkins-cli.jar: sends a command line to a server, by any of its protocols, and copies the streams. */
@NullMarked
package hobson.jenkinscli;

import org.jspecify.annotations.NullMarked;
