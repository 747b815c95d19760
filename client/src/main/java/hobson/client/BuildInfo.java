package hobson.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A build at the moment when it was asked.
 *
 * @param result nothing while it is built
 * @param isBuilding until its result is certain
 * @param isInProgress until its log is complete, a moment longer
 * @param duration zero while it is built
 * @param estimated nothing when nobody knows
 * @param queueId the queue item that it was; −1 when nobody knows
 * @param node empty for the server itself
 * @param parameters without those that are secrets or files
 * @param causes why it was built, in words
 * @param revisions the commits that were built, the newest of each repository
 * @param json everything that the server said
 */
public record BuildInfo(
        int number,
        String displayName,
        String fullDisplayName,
        String description,
        String url,
        Optional<Result> result,
        boolean isBuilding,
        boolean isInProgress,
        Instant startedAt,
        Duration duration,
        Optional<Duration> estimated,
        boolean isKept,
        long queueId,
        String node,
        Map<String, String> parameters,
        List<String> causes,
        List<String> revisions,
        List<Artifact> artifacts,
        List<Change> changes,
        List<String> culprits,
        Json json) {

    /** What a list of builds needs to know to be searched. */
    static final String FIELDS =
            "number,displayName,fullDisplayName,description,url,result,building,inProgress,timestamp,duration,estimatedDuration,keepLog,queueId,"
                    + "builtOn,actions[parameters[name,value],causes[*],lastBuiltRevision[SHA1],buildsByBranchName[*],"
                    + "failCount,skipCount,totalCount]";

    static BuildInfo of(Json json) {
        long estimate = json.number("estimatedDuration", -1);
        return new BuildInfo(
                (int) json.number("number", 0),
                json.text("displayName"),
                json.text("fullDisplayName"),
                json.text("description"),
                json.text("url"),
                Result.of(json.get("result")),
                json.is("building"),
                json.get("inProgress").isNull() ? json.is("building") : json.is("inProgress"),
                Instant.ofEpochMilli(json.number("timestamp", 0)),
                Duration.ofMillis(json.number("duration", 0)),
                estimate < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(estimate)),
                json.is("keepLog"),
                json.number("queueId", -1),
                json.text("builtOn"),
                parameters(json),
                actions(json, "causes")
                        .map(cause -> cause.text("shortDescription"))
                        .toList(),
                json.each("actions")
                        .flatMap(action -> action.get("lastBuiltRevision").get("SHA1").asText().stream())
                        .distinct()
                        .toList(),
                json.each("artifacts").map(Artifact::of).toList(),
                Stream.concat(Stream.of(json.get("changeSet")), json.each("changeSets"))
                        .flatMap(set -> set.each("items"))
                        .map(Change::of)
                        .toList(),
                json.each("culprits").map(user -> user.text("fullName")).toList(),
                json);
    }

    private static Stream<Json> actions(Json json, String name) {
        return json.each("actions").flatMap(action -> action.each(name));
    }

    private static Map<String, String> parameters(Json json) {
        var values = new LinkedHashMap<String, String>();
        actions(json, "parameters")
                .forEach(parameter ->
                        parameter.get("value").asText().ifPresent(value -> values.put(parameter.text("name"), value)));
        return values;
    }

    /** How much of it is done, by what it took before, of 100; nothing when it is not built or nobody knows. At most 99. */
    public Optional<Integer> percent(Instant now) {
        return estimated.filter(length -> isBuilding && !length.isZero()).map(length -> (int) Math.max(
                0, Math.min(99, 100 * Duration.between(startedAt, now).toMillis() / length.toMillis())));
    }
}
