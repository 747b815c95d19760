package hobson.remote.route;

import hobson.engine.build.Permalink;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a build is called in an address: by number or by what it is ({@code remote-api.md §7.4}). */
public final class BuildNames {
    private static final Map<String, Permalink> PERMALINKS = Map.of(
            "lastBuild", Permalink.LAST,
            "firstBuild", Permalink.FIRST,
            "lastCompletedBuild", Permalink.LAST_COMPLETED,
            "lastSuccessfulBuild", Permalink.LAST_SUCCESSFUL,
            "lastStableBuild", Permalink.LAST_STABLE,
            "lastUnstableBuild", Permalink.LAST_UNSTABLE,
            "lastFailedBuild", Permalink.LAST_FAILED,
            "lastUnsuccessfulBuild", Permalink.LAST_UNSUCCESSFUL);
    private static final int MOST_DIGITS = 11;

    private BuildNames() {}

    /** Every permalink. */
    public static Set<String> permalinks() {
        return PERMALINKS.keySet();
    }

    static boolean isBuild(String token) {
        return PERMALINKS.containsKey(token) || number(token).isPresent();
    }

    /** Null when it is no permalink. */
    public static @Nullable Permalink permalink(String token) {
        return PERMALINKS.get(token);
    }

    /** As Java reads integers: {@code 01} and {@code +1} are 1. */
    public static OptionalInt number(String token) {
        if (token.isEmpty() || token.length() > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(token));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
