package hobson.parts.downstream;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.Publisher;
import java.io.IOException;
import java.util.List;

/**
 * Starts builds of other jobs ({@code queue-and-scheduling.md §13}).
 *
 * @param downstream names as they are written
 * @param threshold the worst result that still starts them
 */
record DownstreamTrigger(List<String> downstream, Result threshold) implements Publisher {
    DownstreamTrigger {
        downstream = List.copyOf(downstream);
    }

    @Override
    public String name() {
        return "Build other projects";
    }

    @Override
    public Stage stage() {
        return Stage.CONCLUDE;
    }

    @Override
    public Result perform(BuildContext context) throws IOException, InterruptedException {
        var result = context.build().result();
        if (result == null || result.isBetterOrEqualTo(threshold)) {
            for (var job : downstream) {
                context.trigger(job);
            }
        }
        return Result.SUCCESS;
    }
}
