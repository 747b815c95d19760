package hobson.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which builds of a job.
 *
 * @param revision the beginning of a commit's id that was built
 * @param parameters with all of these values
 * @param since started then or later
 * @param until started before
 * @param building whether they are being built; nothing for both
 */
public record BuildFilter(
        Optional<Result> result,
        Optional<String> revision,
        Map<String, String> parameters,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Boolean> building) {
    public static final BuildFilter ALL = new BuildFilter(
            Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public BuildFilter {
        parameters = Map.copyOf(parameters);
    }

    /** Only those that ended so. */
    public BuildFilter result(Result only) {
        return new BuildFilter(Optional.of(only), revision, parameters, since, until, building);
    }

    /** Only those of a commit, by its id or the beginning of it. */
    public BuildFilter revision(String sha) {
        return new BuildFilter(result, Optional.of(sha), parameters, since, until, building);
    }

    /** Only those with that value of that parameter. */
    public BuildFilter parameter(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new BuildFilter(result, revision, more, since, until, building);
    }

    /** Only those that started then or later. What is older is not even read. */
    public BuildFilter since(Instant first) {
        return new BuildFilter(result, revision, parameters, Optional.of(first), until, building);
    }

    /** Only those that started before. */
    public BuildFilter until(Instant end) {
        return new BuildFilter(result, revision, parameters, since, Optional.of(end), building);
    }

    /** Only those that are, or are not, being built. */
    public BuildFilter building(boolean only) {
        return new BuildFilter(result, revision, parameters, since, until, Optional.of(only));
    }

    boolean takes(BuildInfo build) {
        return result.map(only -> build.result().equals(Optional.of(only))).orElse(true)
                && revision.map(sha -> build.revisions().stream().anyMatch(built -> built.startsWith(sha)))
                        .orElse(true)
                && build.parameters().entrySet().containsAll(parameters.entrySet())
                && since.map(first -> !build.startedAt().isBefore(first)).orElse(true)
                && until.map(end -> build.startedAt().isBefore(end)).orElse(true)
                && building.map(only -> build.isBuilding() == only).orElse(true);
    }

    /** Whether nothing older than that build can be taken: builds are numbered in the order in which they started. */
    boolean endsBefore(BuildInfo build) {
        return since.map(first -> build.startedAt().isBefore(first)).orElse(false);
    }
}
