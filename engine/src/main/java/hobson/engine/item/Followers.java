package hobson.engine.item;

import hobson.engine.user.Caller;
import java.lang.System.Logger.Level;
import java.util.List;

/** What refers to items by their names, and learns it when they have others. */
public final class Followers {
    private static final System.Logger LOG = System.getLogger(Followers.class.getName());

    private final ItemRegistry registry;
    private final ItemFormat format;
    private final ItemEdits edits;
    private final JobGuard guard;

    public Followers(ItemRegistry registry, ItemFormat format, ItemEdits edits, JobGuard guard) {
        this.registry = registry;
        this.format = format;
        this.edits = edits;
        this.guard = guard;
    }

    /** @param from its path until then */
    record Moved(ItemPath from, Item item) {}

    /** The first is what was renamed, the others were in it. The new names stand whatever happens here. */
    void follow(List<Moved> moves) {
        var first = moves.getFirst();
        try {
            moves.forEach(moved -> guard.renamed(moved.from(), moved.item()));
            for (var job : registry.all()) {
                if (!job.closing() && job.names(first.from())) {
                    edits.edit(
                            Caller.SYSTEM,
                            job,
                            _ -> {},
                            document -> format.withRenamedReference(
                                    document,
                                    job.path(),
                                    first.from(),
                                    first.item().path()),
                            false);
                }
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "not everything that refers to " + first.from() + " could be told that it is "
                            + first.item().path() + " now; check what triggers it",
                    e);
        }
    }
}
