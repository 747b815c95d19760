package hobson.client;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Paths that are like one of some patterns, as Ant has them: {@code **}{@code /*.jar, docs/}. */
final class Glob {
    private final List<Pattern> patterns;

    Glob(String patterns) {
        this.patterns = Arrays.stream(patterns.split("[,\\s]+", -1))
                .filter(pattern -> !pattern.isEmpty())
                .map(Glob::compile)
                .toList();
    }

    private static Pattern compile(String glob) {
        var whole = glob.endsWith("/") ? glob + "**" : glob;
        var regex = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (whole.startsWith("**/", i) && (i == 0 || whole.charAt(i - 1) == '/')) {
                regex.append("(?:[^/]++/)*");
                i += 2;
            } else if (whole.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    boolean matches(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
