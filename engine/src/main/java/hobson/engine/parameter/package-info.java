/** What a build may be told: definitions, and the values of one build. */
@NullMarked
package hobson.engine.parameter;

import org.jspecify.annotations.NullMarked;
