package hobson.engine.run;

import hobson.engine.build.Result;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/** Lets the parts of one build do their work, and says in its log what came of it when that is not success. */
final class Verdicts {
    private static final System.Logger LOG = System.getLogger(Verdicts.class.getName());

    private final LogFile log;
    private final String build;
    private final BooleanSupplier serverEnds;

    /**
     * @param build as people call it
     * @param serverEnds what fails from then on says nothing of the build
     */
    Verdicts(LogFile log, String build, BooleanSupplier serverEnds) {
        this.log = log;
        this.build = build;
        this.serverEnds = serverEnds;
    }

    /** What a part does. */
    @FunctionalInterface
    interface Work {
        Result perform() throws IOException, InterruptedException;
    }

    /** Of a part that says itself what became of it. */
    Result of(Work work) throws IOException, InterruptedException {
        return of("", work);
    }

    Result of(String part, Work work) throws IOException, InterruptedException {
        try {
            var result = work.perform();
            log.mute(false);
            judge(part, result);
            return result;
        } catch (StepFailed e) {
            log.mute(false);
            log.line("ERROR: Step ‘" + part + "’ failed: " + e.getMessage());
            return Result.FAILURE;
        } catch (IOException | RuntimeException | LinkageError e) { // the last one of a plugin that misses a class
            if (serverEnds.getAsBoolean()) {
                throw e;
            }
            LOG.log(Level.WARNING, "‘" + part + "’ of " + build + " failed", e);
            log.mute(false);
            log.line("FATAL: " + e.getMessage());
            judge(part, Result.FAILURE);
            return Result.FAILURE;
        }
    }

    private void judge(String part, Result result) throws IOException {
        if (part.isEmpty()) {
            return;
        }
        switch (result) {
            case SUCCESS, NOT_BUILT, ABORTED -> {}
            case UNSTABLE -> log.line("Build step '" + part + "' changed build result to UNSTABLE");
            case FAILURE -> log.line("Build step '" + part + "' marked build as failure");
        }
    }
}
