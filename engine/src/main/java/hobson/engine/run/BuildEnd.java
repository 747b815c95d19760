package hobson.engine.run;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.Result;
import hobson.engine.event.Change;
import hobson.engine.item.Job;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Writes how a build ended, again and again until the store takes it: nobody else would before the next start of the server. */
final class BuildEnd {
    private static final System.Logger LOG = System.getLogger(BuildEnd.class.getName());
    private static final long SHORTEST_PAUSE = Duration.ofMillis(50).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(10).toNanos();

    private final RunServices services;
    private final Job job;
    private final Commands commands;
    private final BooleanSupplier serverEnds;

    /** @param serverEnds then it is the next server's business */
    BuildEnd(RunServices services, Job job, Commands commands, BooleanSupplier serverEnds) {
        this.services = services;
        this.job = job;
        this.commands = commands;
        this.serverEnds = serverEnds;
    }

    /** The build as it is written then. */
    Build write(Build build, Build.Phase phase, Result result) {
        var now = services.clock().instant();
        for (long pause = SHORTEST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                return written(build, phase, result, now);
            } catch (Refusal e) {
                throw e;
            } catch (RuntimeException e) {
                if (serverEnds.getAsBoolean()) {
                    throw e;
                }
                LOG.log(pause == SHORTEST_PAUSE ? Level.ERROR : Level.DEBUG, delayed(build), e);
            }
            LockSupport.parkNanos(pause);
        }
    }

    private String delayed(Build build) {
        return "the end of " + job.path() + " #" + build.number()
                + " could not be written; it is tried again until the store takes it";
    }

    private Build written(Build build, Build.Phase phase, Result result, Instant now) {
        return services.builds()
                .update(
                        new BuildId(build.jobId(), build.number()),
                        b -> ended(b, phase, result, now.toEpochMilli()),
                        Change.bySystem(now));
    }

    private Build ended(Build build, Build.Phase phase, Result result, long now) {
        var ended = build.withResult(result);
        for (var user : build.building() ? commands.stoppedBy() : List.<String>of()) {
            ended = ended.interrupted(user);
        }
        return ended.in(phase, build.building() ? Math.max(0, now - build.startTime()) : build.duration());
    }
}
