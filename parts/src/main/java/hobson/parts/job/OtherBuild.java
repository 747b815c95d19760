package hobson.parts.job;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildStep;
import java.io.IOException;

/** The whole build of a job of a kind that this server holds and cannot run. */
record OtherBuild(String kind) implements BuildStep {
    @Override
    public String name() {
        return kind;
    }

    @Override
    public Result perform(BuildContext context) throws IOException {
        context.log()
                .line("ERROR: this server keeps jobs of the type " + kind
                        + " and cannot run their builds; the build fails rather than do nothing.");
        return Result.FAILURE;
    }
}
