package hobson.parts.artifact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** Abbreviates paths to their ends, as short as tells them apart. */
final class ShortestPaths {
    private ShortestPaths() {}

    /** In the order of the paths. Paths that share an end grow by one name each until they differ. */
    static List<String> of(List<String> paths) {
        var names = new int[paths.size()];
        Arrays.fill(names, 1);
        while (true) {
            var ends = new HashMap<String, Integer>();
            for (int i = 0; i < names.length; i++) {
                ends.merge(end(paths.get(i), names[i]), 1, Integer::sum);
            }
            boolean grown = false;
            for (int i = 0; i < names.length; i++) {
                var path = paths.get(i);
                var end = end(path, names[i]);
                if (ends.getOrDefault(end, 0) > 1 && end.length() < path.length()) {
                    names[i]++;
                    grown = true;
                }
            }
            if (!grown) {
                return ends(paths, names);
            }
        }
    }

    private static List<String> ends(List<String> paths, int[] names) {
        var ends = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            ends[i] = end(paths.get(i), names[i]);
        }
        return List.of(ends);
    }

    private static String end(String path, int names) {
        int start = path.length();
        for (int i = 0; i < names && start > 0; i++) {
            start = path.lastIndexOf('/', start - 1);
        }
        return path.substring(start + 1);
    }
}
