package hobson.engine.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds that have ended and were looked at lately, in memory. Used by many threads. */
final class RecentBuilds {
    private static final int MOST = 4_000;

    private final BuildStore store;
    /** How often builds that have ended were changed. */
    private long changes;

    private final Map<BuildId, Build> builds = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BuildId, Build> eldest) {
            return size() > MOST;
        }
    };

    RecentBuilds(BuildStore store) {
        this.store = store;
    }

    synchronized @Nullable Build get(BuildId id) {
        return builds.get(id);
    }

    /** As the store has it. */
    Optional<Build> read(BuildId id) {
        long before = changes();
        var read = store.find(id.jobId(), id.number());
        read.ifPresent(build -> keep(id, build, before));
        return read;
    }

    /** All at once. */
    void read(List<BuildId> ids) {
        if (!ids.isEmpty()) {
            long before = changes();
            store.find(ids).forEach(build -> keep(new BuildId(build.jobId(), build.number()), build, before));
        }
    }

    private synchronized long changes() {
        return changes;
    }

    /** Keeps what was read, unless some build was changed since the count was {@code before}: it may have been this one. */
    private synchronized void keep(BuildId id, Build build, long before) {
        if (changes == before) {
            builds.put(id, build);
        }
    }

    /** A build is another now, or gone; the store knows already. */
    synchronized void changed(BuildId id, @Nullable Build after) {
        changes++;
        if (after == null) {
            builds.remove(id);
        } else {
            builds.put(id, after);
        }
    }

    /** The job is gone. */
    synchronized void forget(long jobId) {
        changes++;
        builds.keySet().removeIf(id -> id.jobId() == jobId);
    }
}
