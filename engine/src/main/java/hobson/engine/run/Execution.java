package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.build.Result;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.test.TestTotals;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One build being run, by one thread; {@link #stop} is called by others.
 *
 * <p>Everything that was done is in the journal before the next thing begins, so a second execution of the same build, after a
 * crash, does what is left.
 */
final class Execution implements Closeable {
    private final RunServices services;
    private final BooleanSupplier serverEnds;
    private final RunningBuild running;
    private final Workspaces.Lease lease;
    private final BuildEnd end;
    private final Verdicts verdicts;
    private final Wrapping wrapping;

    private Execution(RunServices services, RunningBuild running, Workspaces.Lease lease, BooleanSupplier serverEnds) {
        this.services = services;
        this.serverEnds = serverEnds;
        this.running = running;
        this.lease = lease;
        this.end = new BuildEnd(services, running.job(), running.commands, serverEnds);
        this.verdicts = new Verdicts(
                running.log, running.job().path() + " #" + running.build().number(), serverEnds);
        this.wrapping = new Wrapping(
                services, running.job(), running.definition(), running.build(), running.workspace(), running.folder());
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
        var running = new RunningBuild(services, job, definition, build, lease.path(), fresh);
        return new Execution(services, running, lease, serverEnds);
    }

    /**
     * Runs what is left of the build and writes its end to the store.
     *
     * @param executed called when all that is left is to write
     */
    void perform(Runnable executed) throws IOException {
        running.journal.find("stop").ifPresent(running.commands::stopped);
        running.journal.find("tests").map(TestTotals::parse).ifPresent(running::note);
        var result = finished().orElse(null);
        if (result == null) {
            begin();
            result = publish(Publisher.Stage.PUBLISH, steps());
            if (has(Publisher.Stage.CONCLUDE) || services.downstream().isAwaited(running.job())) {
                complete(Build.Phase.FINISHING, result);
                publish(Publisher.Stage.CONCLUDE, result);
                if (running.journal.find("told").isEmpty()) {
                    services.downstream().triggerListeners(running.job(), running.build(), running.log);
                    running.journal.note("told", "");
                }
            }
            running.log.line("Finished: " + result);
            running.journal.note("finished", result.name());
        }
        wrapping.forget();
        services.launcher().sweep(services.environment().marks(running.job(), running.build()));
        lease.release(); // before anybody learns that the job may be built again
        executed.run();
        complete(Build.Phase.COMPLETED, result);
    }

    private Optional<Result> finished() {
        return running.journal.find("finished").map(Result::valueOf);
    }

    private void begin() throws IOException {
        if (running.journal.find("begun").isEmpty()) {
            running.log.text(new HeaderLines(services.fullName())
                    .of(
                            running.build(),
                            running.definition(),
                            services.environment().where(running.build()),
                            running.workspace()));
            if (!Files.isDirectory(running.workspace())) {
                Files.createDirectories(running.workspace());
            }
            services.uploads().deliver(running.build(), services.builds().folders());
            running.journal.note("begun", "");
        }
    }

    /** After the checkout, which may delete all that is in the workspace. */
    private void placeFiles() throws IOException {
        var folders = services.builds().folders();
        if (running.journal.find("placed").isEmpty()
                && services.uploads().place(running.build(), folders, running.workspace(), running.log)) {
            running.journal.note("placed", "");
        }
    }

    private Result steps() throws IOException {
        var result = Result.SUCCESS;
        try {
            result = running.checkout.perform(running, running.journal, running.commands, verdicts);
            running.checkedOut();
            if (result.isBetterOrEqualTo(Result.UNSTABLE)) {
                placeFiles();
                result = result.combine(wrap());
            }
            running.worsen(result);
            var steps = running.definition().steps();
            for (int i = 0; i < steps.size() && result.isBetterOrEqualTo(Result.UNSTABLE); i++) {
                result = result.combine(step(i, steps.get(i)));
                running.worsen(result);
            }
        } catch (InterruptedException e) {
            result = Result.ABORTED;
            running.worsen(result);
            abortLines();
        }
        wrapping.leave();
        return result;
    }

    private Result wrap() throws IOException {
        try {
            running.surround(wrapping.enter(running, running.log));
            return Result.SUCCESS;
        } catch (IOException | RuntimeException e) {
            if (serverEnds.getAsBoolean()) {
                throw e;
            }
            running.log.line("ERROR: " + e.getMessage());
            return Result.FAILURE;
        }
    }

    private Result step(int index, BuildStep step) throws IOException, InterruptedException {
        var key = "step." + index;
        var done = running.journal.find(key);
        if (done.isPresent()) {
            return Result.valueOf(done.get());
        }
        running.commands.throwIfStopped();
        running.commands.enter(Integer.toString(index));
        var result = verdicts.of(step.name(), () -> step.perform(running));
        running.journal.note(key, result.name());
        return result;
    }

    private void abortLines() throws IOException {
        if (running.journal.find("aborted").isEmpty()) {
            running.log.text(new HeaderLines(services.fullName()).aborted(running.commands.stoppedBy()));
            running.journal.note("aborted", "");
        }
    }

    private boolean has(Publisher.Stage stage) {
        return running.definition().publishers().stream().anyMatch(publisher -> publisher.stage() == stage);
    }

    private Result publish(Publisher.Stage stage, Result soFar) throws IOException {
        var result = soFar;
        var publishers = running.definition().publishers();
        for (int i = 0; i < publishers.size(); i++) {
            if (publishers.get(i).stage() == stage) {
                running.enterPublisher(i);
                result = result.combine(publisher("publisher." + i, publishers.get(i)));
                running.worsen(result);
            }
        }
        return stage == Publisher.Stage.PUBLISH ? result : soFar;
    }

    private Result publisher(String key, Publisher publisher) throws IOException {
        var done = running.journal.find(key);
        if (done.isPresent()) {
            return Result.valueOf(done.get());
        }
        Result result;
        try {
            result = verdicts.of(publisher.name(), () -> publisher.perform(running));
        } catch (InterruptedException e) {
            abortLines();
            result = Result.ABORTED;
        }
        running.journal.note(key, result.name());
        return result;
    }

    private void complete(Build.Phase phase, Result result) {
        running.replace(end.write(running.build(), phase, result));
    }

    /** Ends the build with {@link Result#ABORTED}; returns at once. */
    void stop(String userId) throws IOException {
        if (!running.journal.find("stop").filter(userId::equals).isPresent()) {
            running.journal.note("stop", userId);
        }
        running.commands.stop(userId);
    }

    /** When the build cannot go on for a reason of the server's own. One that only had to be written is what it was. */
    void fail(Exception e) throws IOException {
        var result = finished().orElse(Result.FAILURE);
        if (finished().isEmpty()) {
            running.log.line("FATAL: " + e.getMessage());
            running.log.line("Finished: " + result);
        }
        wrapping.forget();
        complete(Build.Phase.COMPLETED, result);
    }

    /** The server ends, and the build goes on. */
    void release() {
        running.commands.release();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
