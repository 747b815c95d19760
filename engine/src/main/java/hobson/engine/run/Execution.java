package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Permalink;
import hobson.engine.build.Result;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.run.BuildWrapper.Surroundings;
import hobson.engine.test.TestRecorder;
import hobson.engine.test.TestTotals;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One build being run, by one thread; {@link #stop} is called by others.
 *
 * <p>Everything that was done is in the journal before the next thing begins, so a second execution of the same build, after a
 * crash, does what is left.
 *
 * <p>300 lines: the stages of a build in their order, and what its steps see of it, over the same state.
 */
final class Execution implements BuildContext, Closeable {
    private final RunServices services;
    private final BooleanSupplier serverEnds;
    private final Job job;
    private final JobDefinition definition;
    private final Workspaces.Lease lease;
    private final Path workspace;
    private final Path folder;
    private final Journal journal;
    private final LogFile log;
    private final Commands commands;
    private final BuildEnd end;
    private final Verdicts verdicts;
    private final Wrapping wrapping;
    private final Checkout checkout;
    private Surroundings surroundings = Surroundings.NONE;
    private Build build;
    private int publisher;
    private @Nullable Map<String, String> environment;

    private Execution(
            RunServices services,
            Job job,
            JobDefinition definition,
            Build build,
            Workspaces.Lease lease,
            boolean fresh,
            BooleanSupplier serverEnds)
            throws IOException {
        this.services = services;
        this.serverEnds = serverEnds;
        this.job = job;
        this.definition = definition;
        this.build = build;
        this.lease = lease;
        this.workspace = lease.path();
        this.folder = services.builds().folders().of(build.jobId(), build.number());
        Files.createDirectories(folder);
        var journalFile = folder.resolve("journal");
        this.journal = fresh ? Journal.create(journalFile) : Journal.open(journalFile);
        this.log = LogFile.open(services.builds().folders().log(build.jobId(), build.number()));
        this.commands = new Commands(
                services.launcher(),
                folder,
                workspace,
                log,
                services.environment().marks(job, build),
                fresh);
        this.end = new BuildEnd(services, job, commands, serverEnds);
        this.verdicts = new Verdicts(log, job.path() + " #" + build.number(), serverEnds);
        this.checkout = new Checkout(services, job, definition, build, workspace, folder);
        this.wrapping = new Wrapping(services, job, definition, build, workspace, folder);
    }

    /**
     * @param fresh whether nobody has begun it before
     * @param serverEnds what fails from then on says nothing of the build: the next server goes on with it
     */
    static Execution open(
            RunServices services,
            Job job,
            JobDefinition definition,
            Build build,
            Workspaces.Lease lease,
            boolean fresh,
            BooleanSupplier serverEnds)
            throws IOException {
        return new Execution(services, job, definition, build, lease, fresh, serverEnds);
    }

    /**
     * Runs what is left of the build and writes its end to the store.
     *
     * @param executed called when all that is left is to write
     */
    void perform(Runnable executed) throws IOException {
        journal.find("stop").ifPresent(commands::stopped);
        journal.find("tests").map(TestTotals::parse).ifPresent(this::note);
        var result = finished().orElse(null);
        if (result == null) {
            begin();
            result = publish(Publisher.Stage.PUBLISH, steps());
            if (has(Publisher.Stage.CONCLUDE) || services.downstream().isAwaited(job)) {
                complete(Build.Phase.FINISHING, result);
                publish(Publisher.Stage.CONCLUDE, result);
                if (journal.find("told").isEmpty()) {
                    services.downstream().triggerListeners(job, build, log);
                    journal.note("told", "");
                }
            }
            log.line("Finished: " + result);
            journal.note("finished", result.name());
        }
        wrapping.forget();
        services.launcher().sweep(services.environment().marks(job, build));
        lease.release(); // before anybody learns that the job may be built again
        executed.run();
        complete(Build.Phase.COMPLETED, result);
    }

    private Optional<Result> finished() {
        return journal.find("finished").map(Result::valueOf);
    }

    private void begin() throws IOException {
        if (journal.find("begun").isEmpty()) {
            log.text(new HeaderLines(services.fullName())
                    .of(build, definition, services.environment().where(build), workspace));
            if (!Files.isDirectory(workspace)) {
                Files.createDirectories(workspace);
            }
            services.uploads().deliver(build, services.builds().folders());
            journal.note("begun", "");
        }
    }

    /** After the checkout, which may delete all that is in the workspace. */
    private void placeFiles() throws IOException {
        var folders = services.builds().folders();
        if (journal.find("placed").isEmpty() && services.uploads().place(build, folders, workspace, log)) {
            journal.note("placed", "");
        }
    }

    private Result steps() throws IOException {
        var result = Result.SUCCESS;
        try {
            result = checkout.perform(this, journal, commands, verdicts);
            environment = null; // it knows the sources from now on
            if (result.isBetterOrEqualTo(Result.UNSTABLE)) {
                placeFiles();
                result = result.combine(wrap());
            }
            worsen(result);
            var steps = definition.steps();
            for (int i = 0; i < steps.size() && result.isBetterOrEqualTo(Result.UNSTABLE); i++) {
                result = result.combine(step(i, steps.get(i)));
                worsen(result);
            }
        } catch (InterruptedException e) {
            result = Result.ABORTED;
            worsen(result);
            abortLines();
        }
        wrapping.leave();
        return result;
    }

    private Result wrap() throws IOException {
        try {
            surroundings = wrapping.enter(this, log);
            environment = null;
            return Result.SUCCESS;
        } catch (IOException | RuntimeException e) {
            if (serverEnds.getAsBoolean()) {
                throw e;
            }
            log.line("ERROR: " + e.getMessage());
            return Result.FAILURE;
        }
    }

    private Result step(int index, BuildStep step) throws IOException, InterruptedException {
        var key = "step." + index;
        var done = journal.find(key);
        if (done.isPresent()) {
            return Result.valueOf(done.get());
        }
        commands.throwIfStopped();
        commands.enter(Integer.toString(index));
        var result = verdicts.of(step.name(), () -> step.perform(this));
        journal.note(key, result.name());
        return result;
    }

    private void abortLines() throws IOException {
        if (journal.find("aborted").isEmpty()) {
            log.text(new HeaderLines(services.fullName()).aborted(commands.stoppedBy()));
            journal.note("aborted", "");
        }
    }

    private boolean has(Publisher.Stage stage) {
        return definition.publishers().stream().anyMatch(publisher -> publisher.stage() == stage);
    }

    private Result publish(Publisher.Stage stage, Result soFar) throws IOException {
        var result = soFar;
        var publishers = definition.publishers();
        for (int i = 0; i < publishers.size(); i++) {
            if (publishers.get(i).stage() == stage) {
                publisher = i;
                result = result.combine(publisher("publisher." + i, publishers.get(i)));
                worsen(result);
            }
        }
        return stage == Publisher.Stage.PUBLISH ? result : soFar;
    }

    private Result publisher(String key, Publisher publisher) throws IOException {
        var done = journal.find(key);
        if (done.isPresent()) {
            return Result.valueOf(done.get());
        }
        Result result;
        try {
            result = verdicts.of(publisher.name(), () -> publisher.perform(this));
        } catch (InterruptedException e) {
            abortLines();
            result = Result.ABORTED;
        }
        journal.note(key, result.name());
        return result;
    }

    private void worsen(Result result) {
        if (result != Result.SUCCESS && result != build.result()) {
            build = services.builds().note(build, b -> b.withResult(result));
        }
    }

    private void complete(Build.Phase phase, Result result) {
        build = end.write(build, phase, result);
    }

    /** Ends the build with {@link Result#ABORTED}; returns at once. */
    void stop(String userId) throws IOException {
        if (!journal.find("stop").filter(userId::equals).isPresent()) {
            journal.note("stop", userId);
        }
        commands.stop(userId);
    }

    /** When the build cannot go on for a reason of the server's own. One that only had to be written is what it was. */
    void fail(Exception e) throws IOException {
        var result = finished().orElse(Result.FAILURE);
        if (finished().isEmpty()) {
            log.line("FATAL: " + e.getMessage());
            log.line("Finished: " + result);
        }
        wrapping.forget();
        complete(Build.Phase.COMPLETED, result);
    }

    /** The server ends, and the build goes on. */
    void release() {
        commands.release();
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public JobDefinition definition() {
        return definition;
    }

    @Override
    public Build build() {
        return build;
    }

    @Override
    public Path workspace() {
        return workspace;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public synchronized Map<String, String> environment() {
        var known = environment;
        if (known == null) {
            known = services.environment().of(job, build, workspace, checkout.variables());
            known.putAll(surroundings.variables());
            environment = known;
        }
        return known;
    }

    @Override
    public BuildLog log() {
        return log;
    }

    @Override
    public int run(int order, List<String> command, String script) throws IOException, InterruptedException {
        return commands.run(order, new ArrayList<>(command), script, environment(), false);
    }

    @Override
    public int runQuietly(int order, List<String> command, String script) throws IOException, InterruptedException {
        return commands.run(order, new ArrayList<>(command), script, environment(), true);
    }

    @Override
    public Optional<BuildSummary> newest(Permalink permalink) {
        return Optional.ofNullable(services.builds().history(job.id()).of(permalink));
    }

    @Override
    public void fingerprint(Map<String, String> md5ByPath, boolean made) {
        services.fingerprints()
                .record(
                        build.jobId(),
                        build.number(),
                        md5ByPath,
                        made,
                        services.clock().millis());
    }

    @Override
    public TestRecorder recordTests() throws IOException {
        var builds = services.builds();
        return builds.tests()
                .record(new BuildId(build.jobId(), build.number()), publisher, builds.history(build.jobId()));
    }

    @Override
    public void tested(TestTotals totals) throws IOException {
        journal.note("tests", totals.text());
        note(totals);
    }

    private void note(TestTotals totals) {
        build = services.builds().note(build, b -> b.withTests(totals));
    }

    @Override
    public void trigger(String jobName) throws IOException {
        services.downstream().trigger(job, build, jobName, log);
    }

    @Override
    public void close() throws IOException {
        journal.close();
        log.close();
    }
}
