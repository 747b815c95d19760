package hobson.engine.view;

import hobson.engine.Refusal;
import hobson.engine.view.View.Shape;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** How many views a place may have, and how large: they stay in memory, and the server reads them when it starts. */
final class ViewLimits {
    private static final int MOST_VIEWS = 1_000;
    private static final int DEEPEST = 20;
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_BYTES_OF_A_PERSON = 1 << 20;

    private final ViewFormat format;

    ViewLimits(ViewFormat format) {
        this.format = format;
    }

    /** The edit; it refuses ({@code BAD_INPUT}) to make a set larger than it may be, and never to make it smaller. */
    UnaryOperator<ViewSet> bounded(ViewOwner owner, UnaryOperator<ViewSet> edit) {
        return before -> {
            var after = edit.apply(before);
            check("views", MOST_VIEWS, before, after, ViewLimits::count);
            check("views inside each other", DEEPEST, before, after, ViewLimits::depth);
            int most = owner instanceof ViewOwner.Person ? MOST_BYTES_OF_A_PERSON : MOST_BYTES;
            check("bytes of views", most, before, after, set -> format.writeSet(set).length);
            var _ = format.readSet(format.writeSet(after)); // refuses what could never be read again
            return after;
        };
    }

    private static void check(String what, int most, ViewSet before, ViewSet after, ToIntFunction<ViewSet> size) {
        int larger = size.applyAsInt(after);
        if (larger > most && larger > size.applyAsInt(before)) {
            throw Refusal.badInput("There cannot be more than " + most + " " + what + " in one place");
        }
    }

    private static int count(ViewSet set) {
        return set.views().stream()
                .mapToInt(view -> 1 + (view.shape() instanceof Shape.Nested(var inner) ? count(inner) : 0))
                .sum();
    }

    private static int depth(ViewSet set) {
        return set.views().stream()
                .mapToInt(view -> 1 + (view.shape() instanceof Shape.Nested(var inner) ? depth(inner) : 0))
                .max()
                .orElse(0);
    }
}
