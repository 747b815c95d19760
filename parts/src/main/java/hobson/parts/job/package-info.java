/** Job documents: which parts a job has, what is not known of it, and the edits that the server makes. */
@NullMarked
package hobson.parts.job;

import org.jspecify.annotations.NullMarked;
