package hobson.client;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who has an account, or who has changed what is built here.
 *
 * @param user their page
 * @param lastChange when they changed something that was built
 * @param job in which that was built
 */
public record Person(String fullName, URI user, Optional<Instant> lastChange, Optional<String> job) {
    static final String TREE = "users[lastChange,project[name],user[absoluteUrl,fullName]]";

    static Person of(Json person) {
        var change = person.get("lastChange").asLong();
        return new Person(
                person.get("user").text("fullName"),
                URI.create(person.get("user").text("absoluteUrl")),
                change.isPresent() ? Optional.of(Instant.ofEpochMilli(change.getAsLong())) : Optional.empty(),
                person.get("project").get("name").asText());
    }
}
