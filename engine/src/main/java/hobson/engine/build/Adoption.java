package hobson.engine.build;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Takes in builds that were run elsewhere while this server answers. Used by many threads. */
public final class Adoption {
    private final Builds builds;
    private final ItemRegistry jobs;
    private final PastBuilds past;

    public Adoption(Builds builds, ItemRegistry jobs, PastBuilds past) {
        this.builds = builds;
        this.jobs = jobs;
        this.past = past;
    }

    /**
     * Takes in a build that is over, with the job's next number. Written when this returns, with one event, and seen by nobody before.
     *
     * @param log becomes that of the build; is on disk, and on the same file system as the builds
     * @param allowed throws unless a build of the job may come in as the job is at that moment
     * @throws Refusal when the job is gone or being deleted
     */
    public Build adopt(long jobId, Path log, Consumer<Job> allowed, IntFunction<Build> build, Change change) {
        var _ = builds.history(jobId); // read before the job is locked
        var adopted = new Build[1];
        jobs.update(jobId, now -> {
            allowed.accept(now);
            if (now.closing()) {
                throw Refusal.conflict("The job “" + now.path() + "” is being deleted.");
            }
            var made = build.apply(free(jobId, now.nextBuildNumber()));
            place(made, log);
            past.adopt(jobId, List.of(made), made.number() + 1, change);
            adopted[0] = made;
            return builds.taken(now, made);
        });
        return adopted[0];
    }

    /** The store may have a build of which it could not say any more that it has it. */
    private int free(long jobId, int number) {
        int free = number;
        while (builds.find(jobId, free).isPresent()) {
            free++;
        }
        return free;
    }

    /** What is there was left by an adoption that did not come about. */
    private void place(Build build, Path log) {
        var folder = builds.folders().of(build.jobId(), build.number());
        try {
            BuildFolders.delete(folder);
            Files.createDirectories(folder);
            Files.move(log, builds.folders().log(build.jobId(), build.number()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the log of build " + build.number() + " cannot be put into " + folder, e);
        }
    }
}
