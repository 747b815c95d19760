package hobson.client;

import java.util.Map;
import java.util.Optional;

/**
 * Something of the server that has an address of its own, with JSON below it, actions, and perhaps a document.
 *
 * @param address below the server's, with a slash at its end; empty for the server itself
 */
record Resource(Connection connection, String address) {
    private static final String CONFIG = "config.xml";

    /** Something below it. */
    Resource child(String more) {
        return new Resource(connection, address + more);
    }

    /** What it says of itself, of these fields. */
    Json tree(String fields) {
        return connection.json(address + "api/json?tree=" + encoded(fields));
    }

    /** The same, or nothing when it does not exist. */
    Optional<Json> find(String fields) {
        try {
            return Optional.of(tree(fields));
        } catch (HobsonException.NotFound e) {
            return Optional.empty();
        }
    }

    boolean exists() {
        return find("_class").isPresent();
    }

    Answer post(String action) {
        return connection.send(Call.post(address + action));
    }

    Answer post(String action, Map<String, String> fields) {
        return post(action, Content.form(fields));
    }

    Answer post(String action, Content content) {
        return connection.send(Call.post(address + action, content));
    }

    Document config() {
        var answer = connection.send(Call.get(address + CONFIG));
        var text = XmlText.decode(answer.body());
        return new Document(text, text, answer.header("ETag"));
    }

    void update(String document) {
        post(CONFIG, Content.xml(document));
    }

    /** Replaces what was read: in one step where the server knows versions, else after having looked again. */
    void update(Document document) {
        var call = Call.post(address + CONFIG, Content.xml(document.text()));
        if (document.version().isPresent()) {
            call = call.with("If-Match", document.version().get());
        } else if (!config().text().equals(document.read())) {
            throw new HobsonException.Conflict(address + " has been changed since it was read.", 412, null);
        }
        connection.send(call);
    }

    void delete() {
        post("doDelete");
    }

    /** Brackets as what stands in front of servers wants them. */
    private static String encoded(String fields) {
        return fields.replace("[", "%5B")
                .replace("]", "%5D")
                .replace("{", "%7B")
                .replace("}", "%7D");
    }
}
