package hobson.engine.build;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a build was started. */
public sealed interface Cause {
    /** @param userId null when nobody was logged in */
    record User(@Nullable String userId) implements Cause {}

    /** Somebody with the job's trigger token. */
    record Remote(String address, @Nullable String note) implements Cause {}

    /**
     * Another build.
     *
     * @param project full name of its job
     * @param causes why that build was started
     */
    record Upstream(String project, int build, List<Cause> causes) implements Cause {
        public Upstream {
            causes = List.copyOf(causes);
        }
    }

    /** A timer of the job. */
    record Timer() implements Cause {}
}
