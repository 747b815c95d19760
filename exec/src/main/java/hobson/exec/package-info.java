/** Runs commands on this host so that they outlive the server: started detached, found again, ended with all they started. */
@NullMarked
package hobson.exec;

import org.jspecify.annotations.NullMarked;
