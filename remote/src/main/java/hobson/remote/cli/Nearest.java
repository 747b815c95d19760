package hobson.remote.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Guesses which name was meant: the one that takes the fewest edits, however many they are. */
public final class Nearest {
    private static final int LONGEST = 500;

    private Nearest() {}

    /** Empty when there are no candidates, or the name is so long that nobody has mistyped it. */
    public static Optional<String> to(String name, Stream<String> candidates) {
        return name.length() > LONGEST
                ? Optional.empty()
                : Optional.ofNullable(closest(name, candidates.filter(candidate -> candidate.length() <= LONGEST)));
    }

    private static @Nullable String closest(String name, Stream<String> candidates) {
        String closest = null;
        int fewest = Integer.MAX_VALUE;
        for (var candidate : (Iterable<String>) candidates::iterator) {
            int edits = Math.abs(name.length() - candidate.length()) < fewest ? edits(name, candidate) : fewest;
            if (edits < fewest) {
                fewest = edits;
                closest = candidate;
            }
        }
        return closest;
    }

    /** Letters inserted, deleted, replaced, and neighbours that change places. */
    static int edits(String from, String to) {
        var before = new int[to.length() + 1];
        var last = new int[to.length() + 1];
        java.util.Arrays.setAll(last, j -> j);
        for (int i = 1; i <= from.length(); i++) {
            var now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(last[j], now[j - 1]));
                if (isSwap(from, i, to, j)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = now;
        }
        return last[to.length()];
    }

    private static boolean isSwap(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
