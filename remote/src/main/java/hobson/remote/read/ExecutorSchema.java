package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.Estimate;
import hobson.engine.item.Job;
import hobson.export.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An executor of a node (objects.md §10.3). */
final class ExecutorSchema {
    private static final int UNKNOWN = -1;
    private static final int MOST = 99;
    private static final long LONG = Duration.ofHours(24).toMillis();

    private final ReadServices services;
    private final Schemas schemas;

    ExecutorSchema(ReadServices services, Schemas schemas) {
        this.services = services;
        this.schemas = schemas;
    }

    Schema<ShownExecutor, Reader> schema() {
        return Schema.<ShownExecutor, Reader>named("hudson.model.Executor")
                .object("currentExecutable", schemas.buildKind("hudson.model.Queue$Executable"), this::executable)
                .bool("idle", (executor, _) -> executor.build() == null)
                .bool("likelyStuck", this::isLikelyStuck)
                .integer("number", (executor, _) -> executor.number())
                .integer("progress", this::progress)
                .build();
    }

    private @Nullable ShownBuild executable(ShownExecutor executor, Reader reader) {
        var build = running(executor.build());
        var job = build == null ? null : readable(build, reader);
        return build == null || job == null ? null : new ShownBuild(ShownJob.listed(services, job), build);
    }

    private @Nullable Job readable(Build build, Reader reader) {
        var job = job(build);
        return job != null && services.jobs().isReadable(reader.caller(), job) ? job : null;
    }

    private @Nullable Job job(Build build) {
        return services.jobs().find(build.jobId()).orElse(null);
    }

    /** A build in progress is in memory. */
    private @Nullable Build running(@Nullable BuildId id) {
        return id == null ? null : services.builds().inMemory(id);
    }

    private int progress(ShownExecutor executor, Reader reader) {
        var build = running(executor.build());
        if (build == null) return UNKNOWN;
        long estimate = estimate(build, reader);
        return estimate <= 0 ? UNKNOWN : Math.clamp(elapsed(build) * 100 / estimate, 0, MOST);
    }

    private boolean isLikelyStuck(ShownExecutor executor, Reader reader) {
        var build = running(executor.build());
        if (build == null) return false;
        long estimate = estimate(build, reader);
        return elapsed(build) > (estimate <= 0 ? LONG : estimate * 10);
    }

    private long elapsed(Build build) {
        return services.clock().millis() - build.startTime();
    }

    private long estimate(Build build, Reader reader) {
        var builds = services.builds();
        return Estimate.of(reader.loaded(builds.historyInMemory(build.jobId()), () -> builds.history(build.jobId())));
    }
}
