/** What documents of jobs and folders say of permissions. */
@NullMarked
package hobson.parts.security;

import org.jspecify.annotations.NullMarked;
