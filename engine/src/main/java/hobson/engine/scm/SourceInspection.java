package hobson.engine.scm;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.Builds;
import hobson.engine.build.Permalink;
import hobson.engine.credential.CredentialLookup;
import hobson.engine.item.Definitions;
import hobson.engine.item.Job;
import hobson.engine.queue.Queue;
import hobson.engine.run.BuildEnvironment;
import hobson.engine.run.BuildSecrets;
import hobson.engine.run.SecretsOfBuild;
import hobson.engine.run.Staging;
import hobson.engine.secret.Vault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the sources of a job with what its newest build has got of them. */
public final class SourceInspection {
    private final Builds builds;
    private final Definitions definitions;
    private final Queue queue;
    private final BuildEnvironment environment;
    private final CredentialLookup credentials;
    private final Vault vault;
    private final Staging staging;
    private final InstantSource clock;

    public SourceInspection(
            Builds builds,
            Definitions definitions,
            Queue queue,
            BuildEnvironment environment,
            CredentialLookup credentials,
            Vault vault,
            Staging staging,
            InstantSource clock) {
        this.builds = builds;
        this.definitions = definitions;
        this.queue = queue;
        this.environment = environment;
        this.credentials = credentials;
        this.vault = vault;
        this.staging = staging;
        this.clock = clock;
    }

    /** Where the job's next build would get its sources from. */
    Optional<Scm> sources(Job job) {
        return staging.staged(job, definitions.of(job)).part(Scm.class);
    }

    /** What the last look saw; there may be no such file. */
    Path log(Job job) {
        return builds.folders().of(job.id()).resolve("scm-polling.log");
    }

    /**
     * Looks, and writes down what it sees. Not for two threads at once with the same job.
     *
     * @return whether the job is to be built
     */
    boolean look(Job job) throws IOException, InterruptedException {
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
        var scm = sources(job).orElseThrow(() -> Refusal.notFound("its sources are gone"));
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
            SourceInspection.line(out, text);
        }
    }
}
