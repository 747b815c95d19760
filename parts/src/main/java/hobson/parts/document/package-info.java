/** Reads the XML documents that items are configured with, knows where everything in them stands, and edits them in place. */
@NullMarked
package hobson.parts.document;

import org.jspecify.annotations.NullMarked;
