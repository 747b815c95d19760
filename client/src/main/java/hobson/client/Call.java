package hobson.client;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param path below the server's address, percent-encoded, with its query
 * @param timeout null for that of the settings
 */
record Call(
        String method,
        String path,
        Map<String, String> headers,
        Content content,
        @Nullable Duration timeout) {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    static Call get(String path) {
        return new Call("GET", path, Map.of(), Content.NONE, null);
    }

    static Call post(String path, Content content) {
        return new Call("POST", path, Map.of(), content, null);
    }

    static Call post(String path) {
        return post(path, Content.NONE);
    }

    Call with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, content, timeout);
    }

    Call within(Duration longest) {
        return new Call(method, path, headers, content, longest);
    }

    /** Whether it only reads, so that it may be sent as often as one likes. */
    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether it changes something by an address that wants a crumb; that of the command line wants none (cli.md §3). */
    boolean wantsCrumb() {
        return !reads() && !path.equals(CommandConversation.PATH);
    }

    boolean hasKey() {
        return headers.containsKey(IDEMPOTENCY_KEY);
    }

    /** What it asks of whom, for a sentence: without the query, which may have secrets in it. */
    String at(URI address) {
        var text = address.toString();
        int end = text.indexOf('?');
        return method + " " + (end < 0 ? text : text.substring(0, end));
    }
}
