package hobson.engine.build;

import java.util.Optional;

/**
 * How many of the last builds failed ({@code queue-and-scheduling.md §11}).
 *
 * @param score 0 to 100
 */
public record Stability(int score, int failed, int total) {
    private static final int LOOKED_AT = 5;

    /** Empty while there is nothing to judge. */
    public static Optional<Stability> of(History history) {
        var last = history.of(Permalink.LAST);
        if (last == null || (last.result() == null && history.size() == 1)) {
            return Optional.empty();
        }
        var failure = history.number(Permalink.LAST_FAILED);
        if (failure.isEmpty()) {
            return Optional.of(new Stability(100, 0, 0));
        }
        int total = 0;
        int failed = 0;
        int skipped = 0;
        for (int from = 0; total < LOOKED_AT && from < history.size() && skipped < 1_000; from += LOOKED_AT) {
            for (var build : history.slice(from, from + LOOKED_AT)) {
                boolean counts = build.number() > failure.getAsInt() || counts(build.result());
                if (counts && total < LOOKED_AT) {
                    total++;
                    failed += build.result() == Result.FAILURE ? 1 : 0;
                } else {
                    skipped++;
                }
            }
        }
        return Optional.of(new Stability(100 * (total - failed) / total, failed, total));
    }

    private static boolean counts(@org.jspecify.annotations.Nullable Result result) {
        return result == Result.SUCCESS || result == Result.UNSTABLE || result == Result.FAILURE;
    }
}
