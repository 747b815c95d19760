/** What the server holds: jobs by name, and the document each was made from. */
@NullMarked
package hobson.engine.item;

import org.jspecify.annotations.NullMarked;
