/** What a CI server does, in plain Java; each feature owns the ports it needs. */
@NullMarked
package hobson.engine;

import org.jspecify.annotations.NullMarked;
