package hobson.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.Refusal;
import hobson.engine.build.Adoption;
import hobson.engine.build.Build;
import hobson.engine.event.Change;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in reports of builds that were run elsewhere, for jobs that have no others. Used by many threads. */
public final class BuildReports {
    private static final System.Logger LOG = System.getLogger(BuildReports.class.getName());

    private static final long NO_QUEUE_ITEM = 0;

    private final ReportFormat format;
    private final RunServices services;
    private final Adoption adoption;
    private final BuildRunner runner;
    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final Authorization authorization;

    public BuildReports(
            ReportFormat format,
            RunServices services,
            Adoption adoption,
            BuildRunner runner,
            ItemRegistry jobs,
            Definitions definitions,
            Authorization authorization) {
        this.format = format;
        this.services = services;
        this.adoption = adoption;
        this.runner = runner;
        this.jobs = jobs;
        this.definitions = definitions;
        this.authorization = authorization;
    }

    /** @throws Refusal {@code NOT_FOUND} when the job's builds are run here */
    public void requireReported(Job job) {
        if (!job.traits().reported()) {
            throw Refusal.notFound("builds of " + job.path() + " are run here, so nobody reports them");
        }
    }

    /** For callers that must say no before they read what was sent; as {@link #requireReported}, and the caller may build the job. */
    public void require(Caller caller, Job job) {
        requireReported(job);
        authorization.require(caller, Permission.JOB_BUILD, job);
    }

    /**
     * Reads the report while it comes in, and takes in the build. It is written when this returns; one that cannot be read to its end
     * leaves nothing, and so does one whose caller may not build the job any more when the end has come.
     *
     * @param charset as for {@link ReportFormat#read}
     */
    public Build take(Caller caller, Job job, InputStream report, @Nullable Charset charset) throws IOException {
        require(caller, job);
        var began = services.clock().instant();
        var log = services.uploads().fresh();
        try {
            var said = received(caller, report, charset, log);
            var received = (Job) jobs.now(job);
            require(caller, received);
            boolean awaited = services.downstream().isAwaited(received);
            end(log, awaited ? "" : finished(said));
            var build = adoption.adopt(
                    job.id(),
                    log,
                    now -> require(caller, now),
                    number -> build(job, number, began, said),
                    new Change(services.clock().instant(), caller.name()));
            jobs.find(job.id()).ifPresent(now -> follow(now, build, awaited, finished(said)));
            return build;
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private BuildReport received(Caller caller, InputStream report, @Nullable Charset charset, Path log)
            throws IOException {
        var name = caller.anonymous() ? "anonymous" : services.fullName().apply(caller.name());
        try (var out = new BufferedOutputStream(Files.newOutputStream(log))) {
            out.write(("Started\nRunning as " + name + "\n").getBytes(UTF_8));
            return format.read(report, charset, out);
        }
    }

    private static String finished(BuildReport report) {
        return "Finished: " + report.result() + "\n";
    }

    /** The log's last line begins after the end of another, and the log is on disk. */
    private static void end(Path log, String line) throws IOException {
        try (var file = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var last = ByteBuffer.allocate(1);
            int _ = file.read(last, file.size() - 1);
            var rest = UTF_8.encode(last.get(0) == '\n' ? line : "\n" + line);
            file.position(file.size());
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
    }

    private static Build build(Job job, int number, Instant began, BuildReport report) {
        return Build.begun(job.id(), number, NO_QUEUE_ITEM, began.toEpochMilli(), List.of(), null)
                .withResult(report.result())
                .withDisplayName(report.displayName())
                .withDescription(report.description())
                .in(Build.Phase.COMPLETED, report.duration());
    }

    /** What fails now does so after the build was taken in. */
    private void follow(Job job, Build build, boolean awaited, String lastLine) {
        if (awaited) {
            try (var log = LogFile.open(services.builds().folders().log(job.id(), build.number()))) {
                services.downstream().triggerListeners(job, build, log);
                log.text(lastLine);
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.ERROR, "what " + job.path() + " #" + build.number() + " triggers was not triggered", e);
            }
        }
        runner.discard(definitions.of(job), job);
    }
}
