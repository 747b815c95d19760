package hobson.client;

import java.net.URI;
import java.util.Optional;

/**
 * An account as it is now.
 *
 * @param url of its page
 * @param mail only told to the user and to administrators, where the server knows addresses
 */
public record UserInfo(String id, String fullName, Optional<String> description, URI url, Optional<String> mail) {

    static final String TREE = "id,fullName,description,absoluteUrl,property[address]";

    static UserInfo of(Json user) {
        return new UserInfo(
                user.text("id"),
                user.text("fullName"),
                user.get("description").asText().filter(text -> !text.isEmpty()),
                URI.create(user.text("absoluteUrl")),
                user.each("property")
                        .flatMap(property -> property.get("address").asText().stream())
                        .findFirst());
    }
}
