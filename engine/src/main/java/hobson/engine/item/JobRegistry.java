package hobson.engine.item;

import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every job, in memory. Reads never wait; changes of one job are made one after the other, under a lock of that job's own. It
 * is held until the store has the change, except for what only the job's builds are about.
 */
public final class JobRegistry {
    private final ConcurrentSkipListMap<String, Slot> byKey = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<Long, Slot> byId = new ConcurrentHashMap<>();

    private final LinkIndex links = new LinkIndex();
    private final Authorization authorization;
    private final List<JobIndex> indexes;

    /** @param indexes what else has to know of every change */
    public JobRegistry(Authorization authorization, JobIndex... indexes) {
        this.authorization = authorization;
        this.indexes = List.of(indexes);
    }

    /** Where the current snapshot of one job stands. */
    static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Job job;
    }

    /** The job of that name, letter case aside; nobody's permission is asked. */
    public Optional<Job> find(ItemPath path) {
        var slot = byKey.get(path.key());
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.job);
    }

    public Optional<Job> find(long id) {
        var slot = byId.get(id);
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.job);
    }

    /**
     * The job for that caller.
     *
     * @throws Refusal {@code NOT_FOUND} when there is none or the caller may not know of it
     * @throws Denied when the caller may know of it and no more
     */
    public Job visible(Caller caller, ItemPath path) {
        var job = find(path).orElseThrow(() -> Refusal.notFound("there is no job ‘" + path + "’"));
        if (authorization.allows(caller, Permission.JOB_READ)) {
            return job;
        }
        if (authorization.allows(caller, Permission.JOB_DISCOVER)) {
            throw new Denied(caller, null);
        }
        throw Refusal.notFound("there is no job ‘" + path + "’");
    }

    /** The jobs that the caller may read, by name without regard to letter case. */
    public List<Job> list(Caller caller) {
        return authorization.allows(caller, Permission.JOB_READ) ? all() : List.of();
    }

    public List<Job> all() {
        var jobs = new ArrayList<Job>(byId.size());
        for (var slot : byKey.values()) {
            var job = slot.job;
            if (job != null) {
                jobs.add(job);
            }
        }
        return jobs;
    }

    /** Jobs whose definition says that they trigger the one of that path, by name. */
    List<Job> triggering(ItemPath path) {
        return byName(links.triggering(path));
    }

    /** Jobs whose definition says that builds of the one of that path trigger them, by name. */
    List<Job> listening(ItemPath path) {
        return byName(links.listening(path));
    }

    private List<Job> byName(Collection<Long> ids) {
        return ids.stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(job -> job.path().key()))
                .toList();
    }

    private void tell(@Nullable Job before, @Nullable Job after) {
        links.replace(before, after);
        indexes.forEach(index -> index.replace(before, after));
    }

    /** Takes in a job that the store has. */
    void put(Job job) {
        var slot = new Slot();
        slot.job = job;
        byKey.put(job.path().key(), slot);
        byId.put(job.id(), slot);
        tell(null, job);
    }

    /** Keeps the name for a job that is about to be stored; false when another has it. */
    boolean reserve(ItemPath path) {
        return byKey.putIfAbsent(path.key(), new Slot()) == null;
    }

    /** Gives up a name that was reserved and that no job has got since. */
    void release(ItemPath path) {
        byKey.computeIfPresent(path.key(), (_, slot) -> slot.job == null ? null : slot);
    }

    /** Gives a job the name that was reserved for it. To be called in {@link #update}, under the job's lock. */
    void move(Job before, Job after) {
        var slot = byId.get(before.id());
        if (slot != null) {
            byKey.put(after.path().key(), slot);
            if (!before.path().key().equals(after.path().key())) {
                byKey.remove(before.path().key(), slot);
            }
        }
    }

    /** The job is gone. */
    void remove(Job job) {
        var slot = byId.remove(job.id());
        if (slot != null) {
            slot.lock.lock();
            try {
                var last = slot.job;
                byKey.remove((last == null ? job : last).path().key(), slot);
                slot.job = null;
                tell(last, null);
            } finally {
                slot.lock.unlock();
            }
        }
    }

    /**
     * Replaces a job by what {@code change} makes of it; {@code change} writes to the store and runs under the job's lock.
     *
     * @throws Refusal {@code NOT_FOUND} when the job is gone
     */
    public Job update(long id, UnaryOperator<Job> change) {
        var slot = byId.get(id);
        if (slot == null) {
            throw Refusal.notFound("the job is gone");
        }
        slot.lock.lock();
        try {
            var job = slot.job;
            if (job == null) {
                throw Refusal.notFound("the job is gone");
            }
            var changed = change.apply(job);
            slot.job = changed;
            if (changed.version() != job.version()) {
                tell(job, changed);
            }
            return changed;
        } finally {
            slot.lock.unlock();
        }
    }
}
