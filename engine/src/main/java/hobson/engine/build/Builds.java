package hobson.engine.build;

import hobson.engine.Locks;
import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.test.TestReports;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every build: those in progress in memory, of the others a summary once their job was looked at, and the rest in the store. Used
 * by many threads. Permissions are the business of {@link BuildActions}.
 */
public final class Builds {
    private final BuildStore store;
    private final ItemRegistry jobs;
    private final BuildFolders folders;
    private final Deletions deletions;
    private final TestReports tests;
    /** Changes of one build are made one after the other; those of the job's other builds share their commits. */
    private final Locks locks = new Locks();

    private final Map<Long, History> histories = new ConcurrentHashMap<>();
    private final Map<BuildId, Build> running = new ConcurrentHashMap<>();
    private final Endings endings = new Endings();

    private final RecentBuilds recent;

    public Builds(BuildStore store, ItemRegistry jobs, BuildFolders folders) {
        this.store = store;
        this.jobs = jobs;
        this.folders = folders;
        this.deletions = new Deletions(folders);
        this.tests = new TestReports(folders);
        this.recent = new RecentBuilds(store);
    }

    public Endings endings() {
        return endings;
    }

    /** The job of a build; {@code NOT_FOUND} when it is gone. */
    Job job(BuildId build) {
        return jobs.find(build.jobId()).orElseThrow(() -> gone(build));
    }

    public BuildFolders folders() {
        return folders;
    }

    /** What their tests came to, case by case. */
    public TestReports tests() {
        return tests;
    }

    /** Reads the summaries if nobody has before. */
    public History history(long jobId) {
        var known = histories.get(jobId);
        return known != null ? known : histories.computeIfAbsent(jobId, id -> new History(store.history(id)));
    }

    /** Null when the summaries would have to be read. */
    public @Nullable History historyInMemory(long jobId) {
        return histories.get(jobId);
    }

    /** Reads the record if it is not in memory. */
    public Optional<Build> find(long jobId, int number) {
        var id = new BuildId(jobId, number);
        var known = inMemory(id);
        return known == null ? recent.read(id) : Optional.of(known);
    }

    /** Reads, in one go, the records that are not in memory; for who will {@link #find} one after the other, at most some dozens. */
    public void prefetch(List<BuildId> ids) {
        recent.read(ids.stream().filter(id -> inMemory(id) == null).toList());
    }

    /** Null when the record would have to be read. */
    public @Nullable Build inMemory(BuildId id) {
        var build = running.get(id);
        if (build != null) {
            return build;
        }
        return recent.get(id);
    }

    public boolean isInProgress(BuildId id) {
        return running.containsKey(id);
    }

    /** Every build in progress. */
    public Collection<Build> running() {
        return running.values();
    }

    /** The newest build of the job that is in progress; null when there is none. */
    public @Nullable Build runningOf(long jobId) {
        Build newest = null;
        for (var build : running.values()) {
            if (build.jobId() == jobId && (newest == null || build.number() > newest.number())) {
                newest = build;
            }
        }
        return newest;
    }

    /** Takes in the builds that were in progress when the server ended. */
    public List<Build> recover() {
        var interrupted = store.inProgress();
        interrupted.forEach(build -> running.put(id(build), build));
        return interrupted;
    }

    /**
     * Begins a build with the job's next number. Written when this returns, and seen by nobody before.
     *
     * @throws JobChanged when the job has another name than {@code job}, or another definition
     * @throws Refusal when the job is gone or being deleted: who deletes it may have seen already that nothing of it runs
     */
    public Build start(Job job, java.util.function.IntFunction<Build> build, Change change) {
        record Start(Build build, BuildStore.Starting written) {}
        var _ = history(job.id()); // read before the job is locked
        var start = new Start[1];
        jobs.update(job.id(), now -> {
            if (now.closing()) {
                throw Refusal.conflict("The job “" + now.path() + "” is being deleted.");
            }
            if (!now.path().equals(job.path())) {
                throw new JobChanged(job.path() + " is called " + now.path() + " since a moment");
            }
            if (now.version() != job.version()) {
                throw new JobChanged(job.path() + " was configured a moment ago");
            }
            var made = build.apply(now.nextBuildNumber());
            start[0] = new Start(made, store.starting(made, change));
            return now.withBuilds(made.number() + 1, now.newest(), now.completed());
        });
        var started = start[0].build;
        start[0].written.await(); // without the job's lock: its other builds start and end in the same commit
        show(started);
        return started;
    }

    private void show(Build started) {
        jobs.update(started.jobId(), now -> {
            running.put(id(started), started);
            history(started.jobId()).put(started.summary());
            return summarized(now);
        });
    }

    /** The job after a build that was run elsewhere is in the store. To be called under the job's lock. */
    Job taken(Job now, Build build) {
        recent.changed(id(build), build);
        history(build.jobId()).put(build.summary());
        return summarized(now.withBuilds(build.number() + 1, now.newest(), now.completed()));
    }

    /** The build that a queue item became though its start seemed to fail, and that nobody runs; it is in progress from now on. */
    public Optional<Build> takeUp(Job job, long queueItem) {
        var begun = store.inProgress().stream()
                .filter(build -> build.jobId() == job.id() && build.queueId() == queueItem)
                .filter(build -> !running.containsKey(id(build)))
                .findFirst();
        begun.ifPresent(this::show);
        return begun;
    }

    /** Changes a build in memory only: what its runner notes on the way. */
    public Build note(Build build, UnaryOperator<Build> change) {
        var changed = running.computeIfPresent(id(build), (_, now) -> change.apply(now));
        return changed == null ? build : changed;
    }

    /** Changes a build; {@code update} may be called twice. Written when this returns, and seen by nobody before. */
    public Build update(BuildId id, UnaryOperator<Build> update, Change change) {
        return locks.alone(id, () -> {
            var before = find(id.jobId(), id.number()).orElseThrow(() -> gone(id));
            var after = update.apply(before);
            store.update(after, change);
            jobs.update(id.jobId(), job -> {
                publish(id, after, update);
                return summarized(job);
            });
            return after;
        });
    }

    /** @param update done again on what is in memory, which may have been noted something else meanwhile */
    private void publish(BuildId id, Build after, UnaryOperator<Build> update) {
        history(id.jobId()).put(after.summary());
        if (after.inProgress()) {
            running.computeIfPresent(id, (_, now) -> update.apply(now));
        } else {
            recent.changed(id, after);
            if (running.remove(id) != null) endings.add(after);
        }
    }

    private Job summarized(Job job) {
        var history = history(job.id());
        return job.withBuilds(job.nextBuildNumber(), history.of(Permalink.LAST), history.of(Permalink.LAST_COMPLETED));
    }

    /**
     * Removes a build that is not in progress, with its files.
     *
     * @return false when somebody wants it kept: then it stays
     */
    public boolean delete(BuildId id, Change change) {
        boolean deleted = locks.alone(id, () -> {
            refuseRunning(id);
            if (isKept(id)) {
                return false;
            }
            deletions.announce(Deletions.Of.build(id));
            store.delete(id.jobId(), id.number(), change);
            jobs.update(id.jobId(), job -> {
                recent.changed(id, null);
                history(id.jobId()).remove(id.number());
                return summarized(job);
            });
            return true;
        });
        if (deleted) {
            deletions.delete(Deletions.Of.build(id));
        }
        return deleted;
    }

    private void refuseRunning(BuildId id) {
        if (running.containsKey(id)) {
            var path = jobs.find(id.jobId()).map(job -> job.path().toString()).orElse("build");
            throw Refusal.conflict("Unable to delete " + path + " #" + id.number() + ": it is still running.");
        }
    }

    private boolean isKept(BuildId id) {
        return find(id.jobId(), id.number()).filter(Build::keep).isPresent();
    }

    /** The job is about to go: should the server die before its files are deleted, the next one deletes them. */
    public void announceDeletion(long jobId) {
        deletions.announce(Deletions.Of.job(jobId));
    }

    /** Deletes the files of builds that a server which died has deleted from the store. */
    public void finishDeletions() {
        deletions.finish(deleted -> deleted.number()
                .map(number -> store.find(deleted.jobId(), number).isPresent())
                .orElseGet(() -> jobs.find(deleted.jobId()).isPresent()));
    }

    /** The job is gone: forgets its builds and deletes their files. */
    public void forget(long jobId) {
        histories.remove(jobId);
        recent.forget(jobId);
        deletions.delete(Deletions.Of.job(jobId));
    }

    /** Deletes what a build archived, unless somebody wants the build kept. */
    public void deleteArtifacts(BuildId id) {
        var _ = locks.alone(id, () -> !isKept(id) && deletions.artifactsOf(id));
    }

    private static BuildId id(Build build) {
        return new BuildId(build.jobId(), build.number());
    }

    private static Refusal gone(BuildId id) {
        return Refusal.notFound("there is no build " + id.number());
    }
}
