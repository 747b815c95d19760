package hobson.engine.queue;

import hobson.engine.build.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a build was started, as the builds that it starts carry it on: no deeper than {@value #DEEPEST} builds and no more than {@value
 * #MOST} reasons that have none behind them ({@code objects.md §6.2}), because each of those that come after carries on all of it. For
 * one use.
 */
final class Origins {
    private static final int DEEPEST = 10;
    private static final int MOST = 25;

    private int left = MOST;

    List<Cause> of(List<Cause> causes) {
        return of(causes, DEEPEST);
    }

    private List<Cause> of(List<Cause> causes, int depth) {
        var kept = new ArrayList<Cause>();
        for (var cause : causes) {
            if (depth > 0 && left > 0) {
                kept.add(cut(cause, depth));
            }
        }
        return kept;
    }

    private Cause cut(Cause cause, int depth) {
        if (cause instanceof Cause.Upstream(var project, var number, var origins)) {
            var behind = of(origins, depth - 1);
            left -= behind.isEmpty() ? 1 : 0;
            return new Cause.Upstream(project, number, behind);
        }
        left--;
        return cause;
    }
}
