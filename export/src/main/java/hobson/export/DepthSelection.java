package hobson.export;

import org.jspecify.annotations.Nullable;

/** Shows what is visible enough for its level (remote-api.md §3.1). */
final class DepthSelection extends Selection {
    private final int level;
    private volatile @Nullable DepthSelection below;

    private DepthSelection(int level) {
        this.level = level;
    }

    /** For the root of an answer; {@code depth} may be any number. */
    static DepthSelection ofRoot(int depth) {
        return new DepthSelection(1 - depth);
    }

    @Override
    @Nullable
    Selection of(Property<?, ?> property) {
        if (property.visibility() < level) return null;
        return property.inlined() ? this : below();
    }

    @Override
    Range range() {
        return Range.ALL;
    }

    private DepthSelection below() {
        var known = below;
        if (known == null) below = known = new DepthSelection(level + 1); // two threads: two equal ones, no harm
        return known;
    }
}
