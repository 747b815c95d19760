/** What only pipelines have. */
@NullMarked
package hobson.parts.pipeline;

import org.jspecify.annotations.NullMarked;
