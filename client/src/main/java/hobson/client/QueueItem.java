package hobson.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in the queue, or something that was, at the moment when it was asked. Jenkins forgets what has left the queue after five minutes.
 *
 * @param job what is to be built; the top of the server for what is no job
 * @param name of that, as the server shows it
 * @param why it waits, in words; nothing when it does not any more
 * @param parameters secrets are {@code ****}
 * @param build the number of the build that it has become; nothing before
 * @param json everything that the server said
 */
public record QueueItem(
        long id,
        ItemPath job,
        String name,
        Optional<String> why,
        boolean isBlocked,
        boolean isBuildable,
        boolean isPending,
        boolean isStuck,
        boolean isCancelled,
        Instant since,
        Map<String, String> parameters,
        OptionalInt build,
        Json json) {

    private static final Pattern ESTIMATE = Pattern.compile("\\(ETA: ?([^)]{1,100})\\)");

    static QueueItem of(Json json) {
        var task = json.get("task");
        return new QueueItem(
                json.number("id", 0),
                Addresses.item(task.text("url")),
                task.text("name"),
                json.get("why").asText(),
                json.is("blocked"),
                json.is("buildable"),
                json.is("pending"),
                json.is("stuck"),
                json.is("cancelled"),
                Instant.ofEpochMilli(json.number("inQueueSince", 0)),
                parameters(json.text("params")),
                json.get("executable").get("number").asInt(),
                json);
    }

    /** A line for each, {@code "\nA=1\nB=2"}; a line without a name goes on with the value of the one before. */
    private static Map<String, String> parameters(String lines) {
        var parameters = new LinkedHashMap<String, String>();
        var last = "";
        for (var line : lines.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                last = line.substring(0, equals);
                parameters.put(last, line.substring(equals + 1));
            } else if (!last.isEmpty()) {
                parameters.merge(last, line, (value, more) -> value + "\n" + more);
            }
        }
        return parameters;
    }

    /** Whether it waits no more: it was cancelled, or is a build. */
    public boolean hasLeft() {
        return isCancelled || build.isPresent();
    }

    /** The address of the build that it has become. */
    public Optional<String> buildUrl() {
        return json.get("executable").get("url").asText();
    }

    /** When it may leave the queue at the earliest; nothing when its quiet period is over. */
    public OptionalLong readyAt() {
        return json.get("timestamp").asLong();
    }

    /** Who or what wanted it, in words. */
    public List<String> causes() {
        return json.each("actions")
                .flatMap(action -> action.each("causes"))
                .map(cause -> cause.text("shortDescription"))
                .toList();
    }

    /** When what it waits for is expected to end, as the server says it, {@code 10 min}. */
    public Optional<String> estimate() {
        return why.map(ESTIMATE::matcher).filter(Matcher::find).map(match -> match.group(1));
    }
}
