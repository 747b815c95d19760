/** What ran: builds, their results, causes and history. */
@NullMarked
package hobson.engine.build;

import org.jspecify.annotations.NullMarked;
