@NullMarked
package hobson.client;

import org.jspecify.annotations.NullMarked;
