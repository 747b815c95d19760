package hobson.engine.item;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which jobs name which others in their definitions, by id. Used by many threads. */
final class JobReferences implements JobIndex {
    private final KeyIndex triggering =
            new KeyIndex(job -> job.keys(job.wiring().downstream()));
    private final KeyIndex listening = new KeyIndex(job -> job.keys(job.wiring().upstream()));

    /** Jobs whose definition says that they trigger the one of that path, in no order. */
    Collection<Long> triggering(ItemPath path) {
        return triggering.jobs(path.key());
    }

    /** Jobs whose definition says that builds of the one of that path trigger them, in no order. */
    Collection<Long> listening(ItemPath path) {
        return listening.jobs(path.key());
    }

    @Override
    public void replace(@Nullable Job before, @Nullable Job after) {
        for (var index : List.of(triggering, listening)) index.replace(before, after);
    }
}
