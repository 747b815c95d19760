package hobson.parts.artifact;

import hobson.parts.files.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists the artifacts of a build ({@code objects.md §4.1}). Links are not followed, and not listed. */
public final class ArtifactListing {
    private static final Comparator<Path> ALPHABETICAL = Comparator.<Path, String>comparing(
                    path -> path.getFileName().toString(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(path -> path.getFileName().toString());

    private ArtifactListing() {}

    /**
     * Paths below the folder, with slashes: depth first, each folder in alphabetical order, letter case aside. No more than
     * {@code limit}.
     *
     * @param archive where the build's artifacts are; a folder that does not exist holds none
     */
    public static List<String> paths(Path archive, int limit) throws IOException {
        var paths = new ArrayList<String>();
        collect(archive, "", paths, limit);
        return paths;
    }

    private static void collect(Path folder, String prefix, List<String> paths, int limit) throws IOException {
        for (var entry : Entries.of(folder, ALPHABETICAL)) {
            if (paths.size() >= limit) {
                return;
            }
            var path = prefix + entry.getFileName();
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                collect(entry, path + "/", paths, limit);
            } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                paths.add(path);
            }
        }
    }
}
