/** Who is asking, and may they: the filters in front of every request, login, crumbs, new accounts. */
@NullMarked
package hobson.remote.security;

import org.jspecify.annotations.NullMarked;
