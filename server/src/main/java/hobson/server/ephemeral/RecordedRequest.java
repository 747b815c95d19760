package hobson.server.ephemeral;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.http.BodyCopy;
import hobson.http.Header;
import hobson.http.Request;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client has sent, and the status that it got. Immutable but for what comes in later: the body, and the status. */
public final class RecordedRequest {
    private static final int MOST_OF_BODY = 64 * 1024;

    private final Instant at;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final List<Header> headers;
    private final BodyCopy body = new BodyCopy(MOST_OF_BODY);
    private volatile int status;

    RecordedRequest(Request request, Instant at) {
        this.at = at;
        this.method = request.method();
        this.path = RequestPattern.pathOf(request);
        this.query = request.rawQuery().orElse(null);
        this.headers = request.headers();
        request.copyBody(body);
    }

    /** By the clock of the server. */
    public Instant at() {
        return at;
    }

    public String method() {
        return method;
    }

    /** Decoded, below the context path, without the query. */
    public String path() {
        return path;
    }

    /** As it was sent, without the question mark; empty when there was none. */
    public String query() {
        return query == null ? "" : query;
    }

    /** The first parameter of that name, of the query or of a form in the body; null when there is none. */
    public @Nullable String parameter(String name) {
        var form = header("Content-Type").filter(type -> type.startsWith("application/x-www-form-urlencoded"));
        var all = query() + "&" + (form.isPresent() ? body() : "");
        return Arrays.stream(all.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> URLDecoder.decode(pair[0], UTF_8).equals(name))
                .map(pair -> pair.length == 1 ? "" : URLDecoder.decode(pair[1], UTF_8))
                .findFirst()
                .orElse(null);
    }

    /** In the order sent, secrets included. */
    public List<Header> headers() {
        return headers;
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** As text in UTF-8; the first 64 KiB of it. Empty too when the record has let it go for newer ones; {@link #bodySize} stays. */
    public String body() {
        return new String(bytes(), UTF_8);
    }

    /** The first 64 KiB of the body; as {@link #body}. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** How many bytes of the body the server has read. */
    public long bodySize() {
        return body.size();
    }

    /** 0 while it is being answered, and when the connection was reset instead. */
    public int status() {
        return status;
    }

    /** How many characters it has besides the body. */
    int headSize() {
        int size = method.length() + path.length() + query().length();
        for (var header : headers) {
            size += header.name().length() + header.value().length();
        }
        return size;
    }

    int keptOfBody() {
        return body.kept();
    }

    void forgetBody() {
        body.forget();
    }

    void answered(int with) {
        status = with;
    }

    @Override
    public String toString() {
        return method + " " + path + (query == null ? "" : "?" + query) + (status == 0 ? "" : " → " + status);
    }
}
