package hobson.engine.scm;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository is, as far as notices of new commits say it: not by which protocol, not as whom, not on which port, and with or
 * without {@code .git} at the end.
 *
 * @param host in lower case; empty for a folder of this machine
 * @param path without slashes at its ends
 */
public record RepositoryAddress(String host, String path) {
    private static final int LONGEST = 2_000;
    private static final Pattern URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:[^/@]*@)?(?<host>\\[[^]/]*]|[^/:@]*)(?::\\d*)?(?<path>/.*|)");
    private static final Pattern SHORT = Pattern.compile("(?:[^/:@]*@)?(?<host>[^/:@]{2,}):(?!//)(?<path>.*)");

    /** Empty when that is no address. */
    public static Optional<RepositoryAddress> of(@Nullable String text) {
        var address = text == null ? "" : text.strip();
        if (address.isEmpty() || address.length() > LONGEST || address.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        for (var form : new Pattern[] {URL, SHORT}) {
            var match = form.matcher(address);
            if (match.matches()) {
                var host = match.group("host").toLowerCase(Locale.ROOT);
                return Optional.of(new RepositoryAddress(host, normal(match.group("path"))));
            }
        }
        return address.contains("://") ? Optional.empty() : Optional.of(new RepositoryAddress("", normal(address)));
    }

    private static String normal(String path) {
        var start = path.startsWith("/") ? path.substring(1) : path;
        var whole = start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
        return whole.endsWith(".git") ? whole.substring(0, whole.length() - ".git".length()) : whole;
    }

    /** The same for equal addresses. */
    public String key() {
        return host + '/' + path;
    }
}
