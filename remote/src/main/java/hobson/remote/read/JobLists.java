package hobson.remote.read;

import java.util.Set;

/** Selections of lists of jobs that show nothing but what a job's snapshot in memory says. */
final class JobLists {
    private static final Set<String> IN_SNAPSHOT = Set.of(
            "name",
            "url",
            "color",
            "displayName",
            "displayNameOrNull",
            "fullName",
            "fullDisplayName",
            "buildable",
            "disabled",
            "nextBuildNumber",
            "_class");
    private static final int LONGEST = 200;

    private JobLists() {}

    /** Whether the selection is of the form {@code jobs[name,color]}, perhaps with a range behind it, and of such members only. */
    static boolean isOfSnapshots(String tree) {
        int end = tree.indexOf(']');
        if (!tree.startsWith("jobs[") || end < 0 || tree.length() > LONGEST || !isRange(tree, end + 1)) return false;
        int start = "jobs[".length();
        while (start <= end) {
            int comma = tree.indexOf(',', start);
            int next = comma < 0 || comma > end ? end : comma;
            if (!IN_SNAPSHOT.contains(tree.substring(start, next))) return false;
            start = next + 1;
        }
        return true;
    }

    private static boolean isRange(String tree, int start) {
        if (start == tree.length()) return true;
        return tree.charAt(start) == '{' && tree.indexOf('}') == tree.length() - 1;
    }
}
