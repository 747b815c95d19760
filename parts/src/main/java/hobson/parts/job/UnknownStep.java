package hobson.parts.job;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildStep;
import java.io.IOException;

/** A step that the document asks for and nobody here can do: it fails the build, because skipping it would lie about the result. */
record UnknownStep(String element) implements BuildStep {
    @Override
    public String name() {
        return element;
    }

    @Override
    public Result perform(BuildContext context) throws IOException {
        context.log()
                .line("ERROR: this server does not know the build step <" + element
                        + ">; the build fails rather than leave it out.");
        return Result.FAILURE;
    }
}
