package hobson.client;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A job at the moment when it was asked.
 *
 * @param className as the server names its kind
 * @param status nothing for a folder
 * @param builds the numbers of those that have a name
 * @param health the worst first
 * @param downstream the jobs that it starts
 * @param upstream the jobs that start it
 * @param json everything that the server said
 */
public record JobInfo(
        ItemPath path,
        String displayName,
        String description,
        String url,
        String className,
        Optional<JobStatus> status,
        boolean isBuilding,
        boolean isBuildable,
        boolean isInQueue,
        int nextBuildNumber,
        Map<Permalink, Integer> builds,
        List<Health> health,
        List<ParameterDefinition> parameters,
        List<ItemPath> downstream,
        List<ItemPath> upstream,
        Optional<QueueItem> queueItem,
        Json json) {

    /**
     * How a job has been doing.
     *
     * @param score of 100
     */
    public record Health(int score, String description) {}

    /**
     * Something that a job asks whoever builds it.
     *
     * @param type {@code StringParameterDefinition}, {@code ChoiceParameterDefinition} …
     * @param standard the value when nobody says another; nothing for files and secrets
     * @param choices none unless it is a choice
     */
    public record ParameterDefinition(
            String name, String type, String description, Optional<String> standard, List<String> choices) {

        static ParameterDefinition of(Json json) {
            return new ParameterDefinition(
                    json.text("name"),
                    json.text("type"),
                    json.text("description"),
                    json.get("defaultParameterValue").get("value").asText(),
                    json.each("choices")
                            .map(choice -> choice.asText().orElse(""))
                            .toList());
        }
    }

    static JobInfo of(Json json) {
        var color = json.text("color");
        var item = json.get("queueItem");
        return new JobInfo(
                ItemPath.of(json.get("fullName").asText().orElse(json.text("name"))),
                json.text("displayName"),
                json.text("description"),
                json.text("url"),
                json.className(),
                JobStatus.of(color),
                JobStatus.isBuilding(color),
                json.is("buildable"),
                json.is("inQueue"),
                json.get("nextBuildNumber").asInt().orElse(1),
                numbers(json),
                json.each("healthReport")
                        .map(report -> new Health((int) report.number("score", 0), report.text("description")))
                        .toList(),
                json.each("property")
                        .flatMap(property -> property.each("parameterDefinitions"))
                        .map(ParameterDefinition::of)
                        .toList(),
                paths(json, "downstreamProjects"),
                paths(json, "upstreamProjects"),
                item.isNull() ? Optional.empty() : Optional.of(QueueItem.of(item)),
                json);
    }

    private static Map<Permalink, Integer> numbers(Json json) {
        var numbers = new EnumMap<Permalink, Integer>(Permalink.class);
        for (var permalink : Permalink.values()) {
            json.get(permalink.id()).get("number").asInt().ifPresent(number -> numbers.put(permalink, number));
        }
        return numbers;
    }

    static List<ItemPath> paths(Json json, String name) {
        return json.each(name).map(job -> Addresses.item(job.text("url"))).toList();
    }

    /** The number of the build of that name; nothing when there is none. */
    public OptionalInt build(Permalink permalink) {
        var number = builds.get(permalink);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
