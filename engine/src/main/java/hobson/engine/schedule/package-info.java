/** When something is to happen again and again, in the words of Jenkins' cron. */
@NullMarked
package hobson.engine.schedule;

import org.jspecify.annotations.NullMarked;
