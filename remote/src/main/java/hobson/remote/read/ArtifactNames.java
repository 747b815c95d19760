package hobson.remote.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Artifacts of one build, with names that tell them apart (objects.md §4.1). */
final class ArtifactNames {
    /** Of more files than that nobody reads the names. */
    private static final int MOST_NAMED = 20;

    private ArtifactNames() {}

    /** @param displayPath the shortest end of the path that no other artifact has; null when there are too many */
    record Artifact(String relativePath, @Nullable String displayPath) {
        String fileName() {
            return relativePath.substring(relativePath.lastIndexOf('/') + 1);
        }
    }

    static List<Artifact> of(List<String> paths) {
        var artifacts = new ArrayList<Artifact>(paths.size());
        boolean named = paths.size() <= MOST_NAMED;
        var names = named ? shortest(paths) : paths;
        for (int i = 0; i < paths.size(); i++) {
            artifacts.add(new Artifact(paths.get(i), named ? names.get(i) : null));
        }
        return artifacts;
    }

    /** Lengthens what several paths share until nothing is shared or the whole path is there. */
    private static List<String> shortest(List<String> paths) {
        var names = new ArrayList<String>(paths.size());
        for (var path : paths) names.add(end(path, 1));
        for (int length = 2; ; length++) {
            var uses = new HashMap<String, Integer>();
            names.forEach(name -> uses.merge(name, 1, Integer::sum));
            boolean changed = false;
            for (int i = 0; i < names.size(); i++) {
                var name = names.get(i);
                if (uses.getOrDefault(name, 0) > 1
                        && name.length() < paths.get(i).length()) {
                    names.set(i, end(paths.get(i), length));
                    changed = true;
                }
            }
            if (!changed) return names;
        }
    }

    /** The last {@code count} names of a path. */
    private static String end(String path, int count) {
        int start = path.length();
        for (int i = 0; i < count && start > 0; i++) {
            start = path.lastIndexOf('/', start - 1);
        }
        return path.substring(start + 1);
    }
}
