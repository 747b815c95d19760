package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A part of {@code multipart/form-data}.
 *
 * @param headers what is between the boundary and the content, with the empty line
 * @param content made anew for each time it is sent
 */
record Part(String headers, Supplier<BodyPublisher> content) {

    static Part field(String name, String value) {
        var headers = "Content-Disposition: form-data; name=\"" + quoted(name)
                + "\"\r\nContent-Type: text/plain;charset=UTF-8\r\n\r\n";
        return new Part(headers, () -> BodyPublishers.ofString(value));
    }

    static Part file(String name, String fileName, Supplier<BodyPublisher> content) {
        var headers = "Content-Disposition: form-data; name=\"" + quoted(name) + "\"; filename=\"" + quoted(fileName)
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return new Part(headers, content);
    }

    /** As browsers do it: quotes and line breaks would end the header. */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    static String boundary() {
        return "hobson-" + UUID.randomUUID();
    }

    /** All parts, one after the other. Its length is known when that of every part is. */
    static BodyPublisher publisher(List<Part> parts, String boundary) {
        var pieces = new ArrayList<BodyPublisher>();
        for (var part : parts) {
            pieces.add(BodyPublishers.ofString("--" + boundary + "\r\n" + part.headers, UTF_8));
            pieces.add(part.content.get());
            pieces.add(BodyPublishers.ofString("\r\n"));
        }
        pieces.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
    }
}
