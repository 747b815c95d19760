package hobson.parts.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern for relative paths: {@code **} stands for any number of folders, {@code *} for any characters in a name, {@code ?}
 * for one; a slash at the end means all that is below. Matching takes time proportional to pattern times path, whatever they are.
 */
record AntPattern(List<String> segments, boolean caseSensitive) {
    private static final String ANY = "**";

    /** Matches nothing: the paths are relative. */
    private static final String ROOT = "";

    static AntPattern of(String text, boolean caseSensitive) {
        var pattern = text.replace('\\', '/');
        if (pattern.endsWith("/")) {
            pattern += ANY;
        }
        var segments = new ArrayList<String>();
        if (pattern.startsWith("/")) {
            segments.add(ROOT);
        }
        Arrays.stream(pattern.split("/")).filter(s -> !s.isEmpty()).forEach(segments::add);
        return new AntPattern(List.copyOf(segments), caseSensitive);
    }

    boolean matches(List<String> path) {
        int p = 0;
        int s = 0;
        int retry = -1;
        int retryFrom = 0;
        while (p < path.size()) {
            if (s < segments.size() && segments.get(s).equals(ANY)) {
                retry = ++s;
                retryFrom = p;
            } else if (s < segments.size() && matches(segments.get(s), path.get(p))) {
                s++;
                p++;
            } else if (retry >= 0) {
                s = retry;
                p = ++retryFrom;
            } else {
                return false;
            }
        }
        while (s < segments.size() && segments.get(s).equals(ANY)) {
            s++;
        }
        return s == segments.size();
    }

    /** Whether something below that folder may match. */
    boolean mayMatchBelow(List<String> folder) {
        for (int i = 0; i < folder.size(); i++) {
            if (i >= segments.size()) {
                return false;
            }
            if (segments.get(i).equals(ANY)) {
                return true;
            }
            if (!matches(segments.get(i), folder.get(i))) {
                return false;
            }
        }
        return segments.size() > folder.size();
    }

    /** Whether all that is below that folder matches. */
    boolean matchesAllBelow(List<String> folder) {
        return !segments.isEmpty() && segments.getLast().equals(ANY) && matches(folder);
    }

    private boolean matches(String segment, String name) {
        int n = 0;
        int s = 0;
        int retry = -1;
        int retryFrom = 0;
        while (n < name.length()) {
            if (s < segment.length() && segment.charAt(s) == '*') {
                retry = ++s;
                retryFrom = n;
            } else if (s < segment.length() && (segment.charAt(s) == '?' || same(segment.charAt(s), name.charAt(n)))) {
                s++;
                n++;
            } else if (retry >= 0) {
                s = retry;
                n = ++retryFrom;
            } else {
                return false;
            }
        }
        while (s < segment.length() && segment.charAt(s) == '*') {
            s++;
        }
        return s == segment.length();
    }

    private boolean same(char a, char b) {
        return a == b
                || (!caseSensitive
                        && Character.toLowerCase(Character.toUpperCase(a))
                                == Character.toLowerCase(Character.toUpperCase(b)));
    }
}
