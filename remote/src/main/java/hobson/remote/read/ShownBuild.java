package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.BuildSummary;
import hobson.engine.scm.Sources;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A build in one answer. Reads its record only when something is shown that the summary does not say. Used by one thread. */
final class ShownBuild {
    final ShownJob job;
    final BuildSummary summary;
    private final List<BuildSummary> ahead;
    private @Nullable Build build;
    private boolean sourcesRead;
    private @Nullable Sources sources;

    ShownBuild(ShownJob job, BuildSummary summary) {
        this(job, summary, List.of());
    }

    /** @param ahead builds of the same job that will be shown next, so that their records are read together with this one */
    ShownBuild(ShownJob job, BuildSummary summary, List<BuildSummary> ahead) {
        this.job = job;
        this.summary = summary;
        this.ahead = ahead;
    }

    ShownBuild(ShownJob job, Build build) {
        this(job, build.summary());
        this.build = build;
    }

    int number() {
        return summary.number();
    }

    BuildId id() {
        return new BuildId(job.job.id(), summary.number());
    }

    String url(Reader reader) {
        return job.url(reader) + summary.number() + "/";
    }

    /** What it has got from its job's repositories. */
    Optional<Sources> sources(Reader reader) {
        if (!sourcesRead) {
            reader.loading().run();
            sources = job.services.sources().of(id()).orElse(null);
            sourcesRead = true;
        }
        return Optional.ofNullable(sources);
    }

    /** @throws Refusal {@code NOT_FOUND} when it was deleted since */
    Build record(Reader reader) {
        var known = build;
        if (known == null) {
            var builds = job.services.builds();
            build = known = reader.loaded(
                    builds.inMemory(id()), () -> read().orElseThrow(() -> Refusal.notFound("the build was deleted")));
        }
        return known;
    }

    private Optional<Build> read() {
        var builds = job.services.builds();
        if (!ahead.isEmpty()) {
            builds.prefetch(Stream.concat(Stream.of(summary), ahead.stream())
                    .map(build -> new BuildId(job.job.id(), build.number()))
                    .toList());
        }
        return builds.find(job.job.id(), summary.number());
    }
}
