package hobson.engine.scm;

import hobson.engine.Bell;
import hobson.engine.Refusal;
import hobson.engine.build.Cause;
import hobson.engine.item.Job;
import hobson.engine.time.Pace;
import hobson.engine.trigger.AutomaticBuilds;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Looks whether the sources of jobs have changed, and builds those whose have ({@code queue-and-scheduling.md §15.1}): in the
 * background, few at once, and no job twice at the same time. What it saw is in a log beside the job's builds.
 */
public final class Polling implements Consumer<Job>, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Polling.class.getName());
    private static final int AT_ONCE = 10;

    /** What somebody who asks for a look finds; nothing when nobody has asked. */
    private enum Asked {
        WAITS,
        LOOKS,
        LOOKS_AGAIN
    }

    private final SourceInspection inspection;
    private final AutomaticBuilds automatic;
    private final Pace pace;
    private final Semaphore seats = new Semaphore(AT_ONCE);
    private final Map<Long, Asked> asked = new ConcurrentHashMap<>();
    private final Set<Long> looking = ConcurrentHashMap.newKeySet();
    private final Bell done = new Bell();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    public Polling(SourceInspection inspection, AutomaticBuilds automatic, Pace pace) {
        this.inspection = inspection;
        this.automatic = automatic;
        this.pace = pace;
    }

    /** What the last look at the job's sources saw; there may be no such file. */
    public Path log(Job job) {
        return inspection.log(job);
    }

    /**
     * Looks soon; returns at once. Once for all who ask before the look begins, and once more for all who ask during it: what they
     * know of may have come too late for it. Does nothing for a job without sources.
     */
    @Override
    public void accept(Job job) {
        if (inspection.sources(job).isEmpty()) {
            return;
        }
        boolean taken = false;
        while (!taken) {
            if (asked.putIfAbsent(job.id(), Asked.WAITS) == null) {
                pace.begin("poll-of-job-" + job.id(), () -> lookUntilNobodyAsks(job));
                taken = true;
            } else {
                taken = asked.computeIfPresent(
                                job.id(), (_, was) -> was == Asked.WAITS ? Asked.WAITS : Asked.LOOKS_AGAIN)
                        != null; // else the last look has just ended
            }
        }
    }

    private void lookUntilNobodyAsks(Job job) {
        threads.add(Thread.currentThread());
        boolean over = false;
        try {
            while (!over) {
                inTurn(job);
                over = asked.computeIfPresent(job.id(), (_, is) -> is == Asked.LOOKS_AGAIN ? Asked.WAITS : null)
                        == null;
            }
        } finally {
            threads.remove(Thread.currentThread());
            if (!over) {
                asked.remove(job.id());
            }
        }
    }

    private void inTurn(Job job) {
        try {
            seats.acquire();
            try {
                asked.put(job.id(), Asked.LOOKS);
                if (lookAlone(job)) {
                    automatic.submit(job, List.of(new Cause.Change()));
                }
            } finally {
                seats.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends
        } catch (Refusal e) {
            LOG.log(Level.DEBUG, "the sources of " + job.path() + " were looked at when it takes no builds", e);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the sources of " + job.path() + " could not be looked at", e);
        }
    }

    /**
     * Looks now, on this thread, and builds nothing.
     *
     * @return whether the job is to be built; never for a job without sources
     */
    public boolean hasChanged(Job job) throws IOException, InterruptedException {
        if (inspection.sources(job).isEmpty()) {
            return false;
        }
        seats.acquire();
        try {
            return lookAlone(job);
        } finally {
            seats.release();
        }
    }

    /** Two looks would write the same log and the same folder. */
    private boolean lookAlone(Job job) throws IOException, InterruptedException {
        done.await(() -> looking.add(job.id()));
        try {
            return inspection.look(job);
        } finally {
            looking.remove(job.id());
            done.ring();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
