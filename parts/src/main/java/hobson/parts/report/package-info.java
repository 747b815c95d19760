/** Reports of builds that were run elsewhere. */
@NullMarked
package hobson.parts.report;

import org.jspecify.annotations.NullMarked;
