package hobson.parts.git;

import hobson.engine.scm.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What builds have got from Git. */
public final class GitSources {
    private GitSources() {}

    /** {@code hudson.plugins.git.util.BuildData} ({@code objects.md §8.3}). */
    record BuildData(GitRecord record) {}

    /** Empty when that build has got nothing. Reads two small files. */
    public static Optional<Sources> read(Path buildFolder) throws IOException {
        var record = GitRecord.read(buildFolder);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sources(
                "git", GitChanges.read(buildFolder), record.get().culprits(), List.of(new BuildData(record.get()))));
    }
}
