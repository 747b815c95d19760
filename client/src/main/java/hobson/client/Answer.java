package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * An answer, whole and in memory.
 *
 * @param address who answered, after redirects
 * @param body unpacked if it was packed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
public record Answer(URI address, int status, HttpHeaders headers, byte[] body) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9][A-Za-z0-9._-]{0,39})");

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body in the encoding that its type names, UTF-8 without one. */
    public String text() {
        return new String(body, charset(header("Content-Type").orElse("")));
    }

    /**
     * The body as JSON.
     *
     * @throws HobsonException.UnexpectedAnswer when it is something else
     */
    public Json json() {
        try {
            return Json.parse(new ByteArrayInputStream(body));
        } catch (JacksonException e) {
            throw new HobsonException.UnexpectedAnswer(
                    "What " + address.getPath() + " answered is not JSON: " + e.getOriginalMessage(), status, e);
        }
    }

    static Charset charset(String type) {
        var match = CHARSET.matcher(type);
        return match.find() && Charset.isSupported(match.group(1)) ? Charset.forName(match.group(1)) : UTF_8;
    }

    @Override
    public String toString() {
        return status + " from " + address.getPath() + ", " + body.length + " bytes";
    }
}
