package hobson.engine.queue;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The items of one job in memory. Guarded by the lock of {@link Queue}. */
final class JobLine {
    final SequencedSet<Entry> all = new LinkedHashSet<>();

    /** Those whose quiet period is over and that no executor has, in the order in which it ended. */
    final SequencedSet<Entry> ready = new LinkedHashSet<>();

    /** How many have an executor and are not yet a build. */
    int pending;

    Demand demand() {
        return new Demand(all.getFirst().item, ready.size(), pending);
    }
}
