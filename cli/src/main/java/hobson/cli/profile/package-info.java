/** Which server, as whom: the file of profiles, variables of the environment, options. */
@NullMarked
package hobson.cli.profile;

import org.jspecify.annotations.NullMarked;
