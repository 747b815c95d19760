package hobson.parts.git;

import hobson.engine.BoundedMatch;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which branches a job builds: {@code main}, {@code *}{@code /main}, {@code release/**}, {@code refs/heads/main}, or a regular
 * expression after a colon. One asterisk stands for no slash, two for anything. Immutable.
 */
record BranchSpec(String text) {
    /** Whether only a build knows which branches it means. */
    boolean hasVariables() {
        return text.contains("$");
    }

    /** @param branch as a remote's name, a slash and the branch */
    boolean matches(String branch) {
        var pattern = pattern();
        return pattern != null && BoundedMatch.matches(pattern, branch);
    }

    /** Null for a regular expression that is none: it matches nothing. */
    private @Nullable Pattern pattern() {
        try {
            return text.startsWith(":") && text.length() > 1
                    ? Pattern.compile(text.substring(1))
                    : Pattern.compile("(?:refs/heads/|refs/remotes/|remotes/)?" + expression(qualified()));
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    /** A name alone is that of a branch in any remote. */
    private String qualified() {
        return text.contains("**") || text.contains("/") ? text : "*/" + text;
    }

    private static String expression(String text) {
        var expression = new StringBuilder();
        boolean star = false;
        for (var pieces = new StringTokenizer(text, "*", true); pieces.hasMoreTokens(); ) {
            var piece = pieces.nextToken();
            if (piece.equals("*")) {
                expression.append(star ? ".*" : "");
                star = !star;
            } else {
                expression.append(star ? "[^/]*" : "").append(Pattern.quote(piece));
                star = false;
            }
        }
        return expression.append(star ? "[^/]*" : "").toString();
    }
}
