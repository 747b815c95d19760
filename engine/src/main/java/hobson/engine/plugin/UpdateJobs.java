package hobson.engine.plugin;

import hobson.engine.Refusal;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Does jobs one after the other, and remembers the last ones until the server ends. */
final class UpdateJobs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(UpdateJobs.class.getName());
    private static final int REMEMBERED = 500;

    private final Deque<UpdateJob> jobs = new ArrayDeque<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("update-center").factory());
    private int last;

    /** What a job does. */
    interface Work {
        /** @return how it ended */
        UpdateJob.Status perform() throws InterruptedException;
    }

    synchronized UpdateJob add(UpdateJob.Kind kind, UpdateJob.Subject subject, @Nullable UUID correlation) {
        var job = new UpdateJob(++last, kind, subject, correlation);
        jobs.add(job);
        if (jobs.size() > REMEMBERED) {
            jobs.remove();
        }
        return job;
    }

    synchronized List<UpdateJob> all() {
        return List.copyOf(jobs);
    }

    Optional<UpdateJob> find(int id) {
        return all().stream().filter(job -> job.id() == id).findFirst();
    }

    /** Does something that nobody asks about later. */
    void submit(Runnable work) {
        worker.execute(work);
    }

    /** Does it when those before it have been done. */
    void submit(UpdateJob job, Work work) {
        worker.execute(() -> {
            try {
                perform(job, work);
            } catch (Refusal _) {
                LOG.log(Level.WARNING, "‘{0}’ was not installed: {1}", job.name(), job.error());
            } catch (RuntimeException e) {
                LOG.log(
                        Level.ERROR,
                        "the installation of ‘" + job.name() + "’ failed for a reason of the server's own",
                        e);
            }
        });
    }

    /** Does it now. What goes wrong is told by the job too. */
    static void perform(UpdateJob job, Work work) {
        if (!job.begin()) {
            return;
        }
        try {
            job.become(work.perform());
        } catch (InterruptedException e) {
            job.fail("the server ended meanwhile");
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            job.fail(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
