package hobson.remote.read;

import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.BuildStore;
import hobson.engine.build.BuildSummary;
import hobson.engine.event.Change;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts how often records are read, and how many. */
record CountedBuilds(BuildStore store, AtomicInteger reads, AtomicInteger records) implements BuildStore {
    CountedBuilds(BuildStore store) {
        this(store, new AtomicInteger(), new AtomicInteger());
    }

    void reset() {
        reads.set(0);
        records.set(0);
    }

    private List<Build> counted(List<Build> read) {
        reads.incrementAndGet();
        records.addAndGet(read.size());
        return read;
    }

    @Override
    public Starting starting(Build build, Change change) {
        return store.starting(build, change);
    }

    @Override
    public void update(Build build, Change change) {
        store.update(build, change);
    }

    @Override
    public void delete(long jobId, int number, Change change) {
        store.delete(jobId, number, change);
    }

    @Override
    public Optional<Build> find(long jobId, int number) {
        var found = store.find(jobId, number);
        var _ = counted(found.stream().toList());
        return found;
    }

    @Override
    public List<Build> find(List<BuildId> ids) {
        return counted(store.find(ids));
    }

    @Override
    public List<Build> inProgress() {
        return store.inProgress();
    }

    @Override
    public List<BuildSummary> history(long jobId) {
        return store.history(jobId);
    }
}
