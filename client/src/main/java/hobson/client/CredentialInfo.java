package hobson.client;

import java.util.Optional;

/**
 * What may be known of a secret.
 *
 * @param displayName {@code alice/******}
 * @param type as people read it: {@code Username with password}
 */
public record CredentialInfo(
        String id, String displayName, Optional<String> description, String type, String fullName) {
    static final String TREE = "id,displayName,description,typeName,fullName";

    static CredentialInfo of(Json credential) {
        return new CredentialInfo(
                credential.text("id"),
                credential.text("displayName"),
                credential.get("description").asText().filter(text -> !text.isEmpty()),
                credential.text("typeName"),
                credential.text("fullName"));
    }
}
