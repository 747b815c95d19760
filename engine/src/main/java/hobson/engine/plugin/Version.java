package hobson.engine.plugin;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The version of a plugin, as its author wrote it. Compared number by number ({@code 1.10} is newer than {@code 1.9}, {@code 1.0} is
 * as old as {@code 1}); a word is older than nothing and nothing older than a number, so {@code 2.0-beta} comes before {@code 2.0}
 * and {@code latest} before every number (plugins-and-update-center.md §3.2).
 */
public record Version(String text) {
    private static final Pattern TOKEN = Pattern.compile("\\d+|[A-Za-z]+");
    private static final String NOTHING = "";

    public boolean isOlderThan(Version other) {
        var mine = tokens();
        var others = other.tokens();
        for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
            int order = compare(token(mine, i), token(others, i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private List<String> tokens() {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String token(List<String> tokens, int index) {
        return index < tokens.size() ? withoutZeros(tokens.get(index)) : NOTHING;
    }

    private static String withoutZeros(String token) {
        int start = 0;
        while (start < token.length() && token.charAt(start) == '0') {
            start++;
        }
        return token.substring(start);
    }

    /** Numbers are compared by their length first: they may be longer than any type that holds numbers. */
    private static int compare(String one, String other) {
        int kind = Integer.compare(rank(one), rank(other));
        if (kind != 0) {
            return kind;
        }
        return isNumber(one) && one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : one.compareToIgnoreCase(other);
    }

    private static int rank(String token) {
        if (token.isEmpty()) {
            return 1;
        }
        return isNumber(token) ? 2 : 0;
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && Character.isDigit(token.charAt(0));
    }

    @Override
    public String toString() {
        return text;
    }
}
