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
import org.jspecify.annotations.Nullable;

/** A build as it stands while it runs, and what its parts see and do of it. For the thread of the build. */
final class RunningBuild implements BuildContext, Closeable {
    final Journal journal;
    final LogFile log;
    final Commands commands;
    final Checkout checkout;

    private final RunServices services;
    private final Job job;
    private final JobDefinition definition;
    private final Path workspace;
    private final Path folder;
    private Build build;
    private Surroundings surroundings = Surroundings.NONE;
    private int publisher;
    private @Nullable Map<String, String> environment;

    /** @param fresh whether nobody has begun it before */
    RunningBuild(RunServices services, Job job, JobDefinition definition, Build build, Path workspace, boolean fresh)
            throws IOException {
        this.services = services;
        this.job = job;
        this.definition = definition;
        this.build = build;
        this.workspace = workspace;
        this.folder = services.builds().folders().of(build.jobId(), build.number());
        Files.createDirectories(folder);
        var journalFile = folder.resolve("journal");
        this.journal = fresh ? Journal.create(journalFile) : Journal.open(journalFile);
        this.log = LogFile.open(services.builds().folders().log(build.jobId(), build.number()));
        this.commands = new Commands(
                services.pace(),
                services.launcher(),
                folder,
                workspace,
                log,
                services.environment().marks(job, build),
                fresh);
        this.checkout = new Checkout(services, job, definition, build, workspace, folder);
    }

    /** The sources are there: steps are told of them from now on. */
    void checkedOut() {
        environment = null;
    }

    void surround(Surroundings given) {
        surroundings = given;
        environment = null;
    }

    /** The publisher of that number is at work. */
    void enterPublisher(int number) {
        publisher = number;
    }

    void worsen(Result result) {
        if (result != Result.SUCCESS && result != build.result()) {
            build = services.builds().note(build, b -> b.withResult(result));
        }
    }

    void replace(Build next) {
        build = next;
    }

    void note(TestTotals totals) {
        build = services.builds().note(build, b -> b.withTests(totals));
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
