package hobson.engine.build;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a build was started. */
public sealed interface Cause {
    /** @param userId null when nobody was logged in */
    record User(@Nullable String userId) implements Cause {}

    /**
     * Somebody at a command line.
     *
     * @param userId null when nobody was logged in
     */
    record CommandLine(@Nullable String userId) implements Cause {
        /** Whom people are told of. */
        public String name() {
            return userId == null ? "anonymous" : userId;
        }
    }

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

    /** The job's sources had changed when somebody looked. */
    record Change() implements Cause {}

    /** Somebody said that there is a new commit. */
    record Commit(String revision) implements Cause {}

    /** The commit that a build for these causes is about; null for whichever is the newest. */
    static @Nullable String revision(List<Cause> causes) {
        return causes.stream()
                .filter(Commit.class::isInstance)
                .map(cause -> ((Commit) cause).revision())
                .findFirst()
                .orElse(null);
    }

    /** A call of the generic address for webhooks. */
    record Webhook(String text) implements Cause {}
}
