package hobson.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit that came with a build.
 *
 * @param id of the commit; empty when the source control system has none
 * @param message the first line
 * @param comment the whole message, where it is known
 * @param at nothing when nobody knows
 */
public record Change(
        String id, String author, String message, String comment, Optional<Instant> at, List<String> paths) {

    static Change of(Json json) {
        long at = json.number("timestamp", -1);
        return new Change(
                json.text("commitId"),
                json.get("author").text("fullName"),
                json.text("msg"),
                json.get("comment").asText().orElse(json.text("msg")),
                at < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at)),
                json.each("affectedPaths").map(path -> path.asText().orElse("")).toList());
    }
}
