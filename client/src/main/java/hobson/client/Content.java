package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is sent with a request. Can be sent again, so that a request that was refused for its crumb can be repeated. */
public final class Content {
    /** Nothing, and its length is said. */
    public static final Content NONE = new Content("", BodyPublishers::noBody);

    private final String type;
    private final Supplier<BodyPublisher> publisher;

    Content(String type, Supplier<BodyPublisher> publisher) {
        this.type = type;
        this.publisher = publisher;
    }

    /** Bytes of that type. */
    public static Content of(String type, byte[] bytes) {
        return new Content(type, () -> BodyPublishers.ofByteArray(bytes));
    }

    /** A document in the encoding that its declaration names, UTF-8 without one. */
    public static Content xml(String document) {
        var encoding = XmlText.encoding(document);
        return of(
                "application/xml;charset=" + encoding.name().toLowerCase(java.util.Locale.ROOT),
                document.getBytes(encoding));
    }

    /** The fields of a form, in their order. */
    public static Content form(Map<String, String> fields) {
        return form(fields.entrySet());
    }

    /** The fields of a form, in their order; names may repeat. */
    static Content form(Collection<Map.Entry<String, String>> fields) {
        return of(
                "application/x-www-form-urlencoded;charset=utf-8", query(fields).getBytes(UTF_8));
    }

    /** Parts as {@code multipart/form-data}, streamed. */
    static Content multipart(List<Part> parts) {
        var boundary = Part.boundary();
        return new Content("multipart/form-data;boundary=" + boundary, () -> Part.publisher(parts, boundary));
    }

    /** Names and values as in the query of an address. */
    static String query(Collection<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Its {@code Content-Type}; empty for nothing. */
    String type() {
        return type;
    }

    BodyPublisher publisher() {
        return publisher.get();
    }
}
