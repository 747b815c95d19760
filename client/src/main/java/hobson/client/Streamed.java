package hobson.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.OptionalLong;

/**
 * An answer whose body still comes. To be closed.
 *
 * @param body unpacked if it was packed
 */
record Streamed(URI address, int status, HttpHeaders headers, InputStream body) implements AutoCloseable {

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** How many bytes the body has; nothing when it is packed or made while it is sent. */
    OptionalLong length() {
        return headers.firstValue("Content-Encoding").isPresent()
                ? OptionalLong.empty()
                : headers.firstValueAsLong("Content-Length");
    }

    /** The whole answer. */
    Answer read(int mostBytes) throws IOException {
        var bytes = body.readNBytes(mostBytes);
        if (bytes.length == mostBytes && body.read() >= 0) {
            throw new HobsonException.UnexpectedAnswer(
                    "The answer of " + address.getPath() + " has more than " + mostBytes
                            + " bytes: ask for less at once.",
                    status,
                    null);
        }
        return new Answer(address, status, headers, bytes);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // nobody wants the rest
        }
    }
}
