package hobson.engine.run;

import hobson.engine.build.Result;
import java.io.IOException;
import java.util.List;

/** What a build does after its steps, whatever their result. Immutable. After a crash it may be performed again from the start. */
public interface Publisher {
    String name();

    /** When a publisher is performed. */
    enum Stage {
        /** While the build still runs: it may make the result worse. */
        PUBLISH,
        /** After the result is fixed. */
        CONCLUDE
    }

    default Stage stage() {
        return Stage.PUBLISH;
    }

    /** Names of the jobs that this publisher triggers, as they are written; the graph of jobs is made of them. */
    default List<String> downstream() {
        return List.of();
    }

    /** Whether it may note how tests went. */
    default boolean recordsTests() {
        return false;
    }

    /**
     * @return {@link Result#SUCCESS} to leave the build's result as it is
     * @throws StepFailed what it was to do cannot be done: the build has failed
     */
    Result perform(BuildContext context) throws IOException, InterruptedException;
}
