package hobson.engine.scm;

import hobson.engine.Bell;
import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.Builds;
import hobson.engine.build.Cause;
import hobson.engine.build.Permalink;
import hobson.engine.credential.CredentialLookup;
import hobson.engine.item.Definitions;
import hobson.engine.item.Job;
import hobson.engine.queue.Queue;
import hobson.engine.run.BuildEnvironment;
import hobson.engine.run.BuildSecrets;
import hobson.engine.run.SecretsOfBuild;
import hobson.engine.secret.Vault;
import hobson.engine.trigger.AutomaticBuilds;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    private final Builds builds;
    private final Definitions definitions;
    private final Queue queue;
    private final BuildEnvironment environment;
    private final CredentialLookup credentials;
    private final Vault vault;
    private final AutomaticBuilds automatic;
    private final InstantSource clock;
    private final Semaphore seats = new Semaphore(AT_ONCE);
    private final Map<Long, Asked> asked = new ConcurrentHashMap<>();
    private final Set<Long> looking = ConcurrentHashMap.newKeySet();
    private final Bell done = new Bell();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    public Polling(
            Builds builds,
            Definitions definitions,
            Queue queue,
            BuildEnvironment environment,
            CredentialLookup credentials,
            Vault vault,
            AutomaticBuilds automatic,
            InstantSource clock) {
        this.builds = builds;
        this.definitions = definitions;
        this.queue = queue;
        this.environment = environment;
        this.credentials = credentials;
        this.vault = vault;
        this.automatic = automatic;
        this.clock = clock;
    }

    /** What the last look at the job's sources saw; there may be no such file. */
    public Path log(Job job) {
        return builds.folders().of(job.id()).resolve("scm-polling.log");
    }

    /**
     * Looks soon; returns at once. Once for all who ask before the look begins, and once more for all who ask during it: what they
     * know of may have come too late for it. Does nothing for a job without sources.
     */
    @Override
    public void accept(Job job) {
        if (definitions.of(job).part(Scm.class).isEmpty()) {
            return;
        }
        boolean taken = false;
        while (!taken) {
            if (asked.putIfAbsent(job.id(), Asked.WAITS) == null) {
                Thread.ofVirtual().name("poll-of-job-" + job.id()).start(() -> lookUntilNobodyAsks(job));
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
        if (definitions.of(job).part(Scm.class).isEmpty()) {
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
            return look(job);
        } finally {
            looking.remove(job.id());
            done.ring();
        }
    }

    private boolean look(Job job) throws IOException, InterruptedException {
        var file = log(job);
        Files.createDirectories(file.getParent());
        long start = clock.millis();
        try (var out = Files.newBufferedWriter(file)) {
            line(out, "Started on " + clock.instant());
            boolean changed = false;
            try {
                changed = isToBeBuilt(job, out);
            } catch (IOException e) {
                line(out, "ERROR: " + e.getMessage());
            }
            line(out, "Done. Took " + (clock.millis() - start) + " ms");
            return changed;
        }
    }

    private boolean isToBeBuilt(Job job, BufferedWriter out) throws IOException, InterruptedException {
        if (!job.buildable()) {
            line(out, "Build disabled");
            return false;
        }
        var newest = newest(job);
        if (newest == null) {
            line(out, "No existing build. Scheduling a new one.");
            return !queue.isWaiting(job.id());
        }
        var scm = definitions.of(job).part(Scm.class).orElseThrow(() -> Refusal.notFound("its sources are gone"));
        var secrets = new SecretsOfBuild(
                credentials, vault, job, newest, log(job), builds.folders().knownHosts());
        boolean changed;
        try {
            changed = scm.hasChanged(new Looked(job, newest, secrets, out));
        } finally {
            secrets.deleteFiles();
        }
        line(out, changed ? "Changes found" : "No changes");
        return changed;
    }

    private @Nullable Build newest(Job job) {
        var number = builds.history(job.id()).number(Permalink.LAST);
        return number.isEmpty()
                ? null
                : builds.find(job.id(), number.getAsInt()).orElse(null);
    }

    private static void line(BufferedWriter out, String text) throws IOException {
        out.write(text);
        out.write('\n');
        out.flush(); // somebody may be reading it
    }

    private final class Looked implements Scm.Look {
        private final Job job;
        private final Build newest;
        private final BuildSecrets secrets;
        private final BufferedWriter out;

        Looked(Job job, Build newest, BuildSecrets secrets, BufferedWriter out) {
            this.job = job;
            this.newest = newest;
            this.secrets = secrets;
            this.out = out;
        }

        @Override
        public Path newestBuild() {
            return builds.folders().of(job.id(), newest.number());
        }

        @Override
        public Path folder() {
            return log(job).resolveSibling("scm-polling");
        }

        @Override
        public Map<String, String> environment() {
            return environment.of(job, newest, newestBuild(), Map.of());
        }

        @Override
        public BuildSecrets secrets() {
            return secrets;
        }

        @Override
        public void line(String text) throws IOException {
            Polling.line(out, text);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
