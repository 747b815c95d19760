/** Turns an object graph into Jenkins' JSON, XML and Python. */
@NullMarked
package hobson.export;

import org.jspecify.annotations.NullMarked;
