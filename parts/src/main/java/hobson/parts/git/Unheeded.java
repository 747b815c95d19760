package hobson.parts.git;

import hobson.engine.BoundedMatch;
import hobson.engine.scm.Sources.Commit;
import hobson.engine.scm.Sources.Touched;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which commits are no reason for a build when somebody looks for new ones. Immutable.
 *
 * @param included regular expressions; when there are any, other paths do not count
 * @param excluded regular expressions of paths that do not count
 * @param users whose commits do not count
 * @param messages regular expressions; commits with such messages do not count
 */
record Unheeded(List<String> included, List<String> excluded, List<String> users, List<String> messages) {
    Unheeded {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
        users = List.copyOf(users);
        messages = List.copyOf(messages);
    }

    boolean isNone() {
        return included.isEmpty() && excluded.isEmpty() && users.isEmpty() && messages.isEmpty();
    }

    /** Why the commit does not count; empty when it does. */
    Optional<String> reason(Commit commit) {
        if (users.contains(commit.author().name())) {
            return Optional.of("Found excluded author: " + commit.author().name());
        }
        if (anyMatches(messages, commit.comment().strip())) {
            return Optional.of("Found excluded message: " + commit.title());
        }
        var paths = commit.files().stream().map(Touched::path).distinct().toList();
        var wanted = paths.stream()
                .filter(path -> included.isEmpty() || anyMatches(included, path))
                .toList();
        var unwanted =
                wanted.stream().filter(path -> anyMatches(excluded, path)).toList();
        if (paths.isEmpty() || unwanted.size() < wanted.size() || (included.isEmpty() && excluded.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                wanted.isEmpty()
                        ? "No paths matched included region whitelist"
                        : "Found only excluded paths: " + String.join(", ", unwanted));
    }

    private static boolean anyMatches(List<String> expressions, String text) {
        return expressions.stream().anyMatch(expression -> matches(expression, text));
    }

    /** An expression that is none matches nothing. */
    private static boolean matches(String expression, String text) {
        try {
            return BoundedMatch.matches(Pattern.compile(expression, Pattern.DOTALL), text);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
