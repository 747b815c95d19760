/** The REST that the stage view of pipelines has ({@code endpoints.md §12.1}). */
@NullMarked
package hobson.remote.pipeline;

import org.jspecify.annotations.NullMarked;
