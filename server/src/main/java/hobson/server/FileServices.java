package hobson.server;

import hobson.engine.scm.Sources;
import hobson.parts.artifact.ArtifactListing;
import hobson.parts.files.FilePatterns;
import hobson.parts.git.GitSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the rooms that show files need of the room that makes them. */
final class FileServices {
    private static final int MOST_ARTIFACTS = 100_000;

    private FileServices() {}

    static List<String> artifacts(Path archive) {
        try {
            return ArtifactListing.paths(archive, MOST_ARTIFACTS);
        } catch (IOException e) {
            throw new UncheckedIOException("the artifacts could not be listed: " + archive, e);
        }
    }

    static Optional<Sources> sources(Path build) {
        try {
            return GitSources.read(build);
        } catch (IOException e) {
            throw new UncheckedIOException("what was checked out cannot be read: " + build, e);
        }
    }

    /** An Ant pattern as a condition on paths with slashes. */
    static Predicate<String> pattern(String text) {
        var patterns = FilePatterns.of(text, "", false, true);
        return path -> patterns.matches(List.of(path.split("/", -1)));
    }
}
