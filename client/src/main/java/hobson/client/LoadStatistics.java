package hobson.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How busy executors and queue have been (objects.md §11).
 *
 * @param series by the server's names: {@code busyExecutors}, {@code queueLength}, {@code totalExecutors} and more
 */
public record LoadStatistics(Map<String, Series> series) {
    private static final String STAGES = "[sec10[latest,history],min[latest,history],hour[latest,history]]";
    static final String TREE = "*" + STAGES;

    /**
     * One number over time.
     *
     * @param seconds every ten seconds
     * @param minutes every minute
     * @param hours every hour
     */
    public record Series(Values seconds, Values minutes, Values hours) {}

    /**
     * Its averages, as far as they are kept.
     *
     * @param history newest first
     */
    public record Values(double latest, List<Double> history) {}

    /** The series of that name. */
    public Optional<Series> find(String name) {
        return Optional.ofNullable(series.get(name));
    }

    static LoadStatistics of(Json answer) {
        return new LoadStatistics(answer.members().entrySet().stream()
                .filter(member -> !member.getValue().members().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, member -> series(member.getValue()))));
    }

    private static Series series(Json series) {
        return new Series(values(series.get("sec10")), values(series.get("min")), values(series.get("hour")));
    }

    private static Values values(Json values) {
        return new Values(
                values.get("latest").asDouble(),
                values.each("history").map(Json::asDouble).toList());
    }
}
