/** What makes a job build by itself: its timers, other jobs' builds, news of its sources. */
@NullMarked
package hobson.engine.trigger;

import org.jspecify.annotations.NullMarked;
