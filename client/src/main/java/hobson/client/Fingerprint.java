package hobson.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a file came from and which builds used it (objects.md §15).
 *
 * @param hash MD5 of its content, 32 hexadecimal digits
 * @param original the build that made it, if the caller may know
 * @param timestamp when it was first seen
 * @param usage ranges of builds, by the full name of their job
 */
public record Fingerprint(
        String fileName, String hash, Optional<Origin> original, Instant timestamp, Map<String, List<Range>> usage) {

    static final String TREE = "fileName,hash,original[name,number],timestamp,usage[name,ranges[ranges[start,end]]]";

    /**
     * The build that made it.
     *
     * @param job its full name
     */
    public record Origin(String job, int number) {}

    /**
     * Builds that follow each other.
     *
     * @param first is one of them
     * @param end is none any more
     */
    public record Range(int first, int end) {
        public boolean contains(int number) {
            return first <= number && number < end;
        }
    }

    /** Whether that build used or made it. */
    public boolean isUsedBy(String job, int number) {
        return usage.getOrDefault(job, List.of()).stream().anyMatch(range -> range.contains(number));
    }

    static Fingerprint of(Json fingerprint) {
        return new Fingerprint(
                fingerprint.text("fileName"),
                fingerprint.text("hash"),
                Optional.of(fingerprint.get("original"))
                        .filter(origin -> !origin.text("name").isEmpty())
                        .map(origin -> new Origin(origin.text("name"), (int) origin.number("number", 0))),
                Instant.ofEpochMilli(fingerprint.number("timestamp", 0)),
                fingerprint.each("usage").collect(Collectors.toMap(use -> use.text("name"), Fingerprint::ranges)));
    }

    private static List<Range> ranges(Json use) {
        Function<Json, Range> range = each -> new Range((int) each.number("start", 0), (int) each.number("end", 0));
        return use.get("ranges").each("ranges").map(range).toList();
    }
}
