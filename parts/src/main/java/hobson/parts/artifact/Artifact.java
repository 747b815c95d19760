package hobson.parts.artifact;

import org.jspecify.annotations.Nullable;

/**
 * A file that a build kept.
 *
 * @param displayPath the shortest end of the path that no other artifact of the build has; null when there are too many to show
 * @param relativePath below the build's artifacts, with slashes
 */
public record Artifact(@Nullable String displayPath, String fileName, String relativePath) {}
