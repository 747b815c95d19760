package hobson.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller gets: status, headers in order, body. Immutable; every {@code with…} gives another one.
 *
 * <p>The server adds what belongs to the transport: {@code Content-Length} or chunks, gzip, {@code Date},
 * {@code X-Content-Type-Options: nosniff}, and the scheme and host of a relative {@code Location}.
 */
public final class Response {
    private static final Header[] NONE = {};

    private final int status;
    private final Header[] headers;
    private final Body body;

    private Response(int status, Header[] headers, Body body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An empty answer. */
    public static Response of(int status) {
        return new Response(status, NONE, Body.EMPTY);
    }

    /** A body without a {@code Content-Type}: give it one with {@link #with} unless the contract knows none. */
    public static Response of(int status, Body body) {
        return new Response(status, NONE, body);
    }

    public static Response of(int status, Header contentType, Body body) {
        return new Response(status, new Header[] {contentType}, body);
    }

    public static Response ok(Header contentType, Body body) {
        return of(200, contentType, body);
    }

    public static Response text(int status, String text) {
        return of(status, ContentType.TEXT, Body.text(text));
    }

    public static Response html(int status, String html) {
        return of(status, ContentType.HTML, Body.text(html));
    }

    /** 101: from now on both sides {@linkplain Body.Conversation talk}. */
    public static Response webSocket(Body.Talk talk, Duration ping) {
        return of(101, new Body.Conversation(talk, ping));
    }

    /**
     * 302. The target is sent absolute: {@code http://host/x} as it is, {@code /x} below the host the caller used (so it includes
     * the context path, see {@link Request#link}), {@code .}, {@code ../x} and {@code x} relative to the path that was asked for.
     */
    public static Response redirect(String target) {
        return redirect(302, target);
    }

    /** {@link #redirect(String)} with another status, for example 201 or 303. */
    public static Response redirect(int status, String target) {
        return of(status).with(Header.of("Location", PathText.ascii(target)));
    }

    public Response with(Header header) {
        var longer = Arrays.copyOf(headers, headers.length + 1);
        longer[headers.length] = header;
        return new Response(status, longer, body);
    }

    public Response with(Header... more) {
        if (more.length == 0) return this;
        var longer = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, longer, headers.length, more.length);
        return new Response(status, longer, body);
    }

    public Response with(String name, String value) {
        return with(Header.of(name, value));
    }

    public Response with(List<Header> more) {
        return with(more.toArray(NONE));
    }

    /** As {@link #with(Header)}, but not beside another header of that name. */
    public Response replacing(Header header) {
        return without(header.name()).with(header);
    }

    public Response without(String name) {
        if (find(name) == null) return this;
        var others =
                Arrays.stream(headers).filter(header -> !header.isNamed(name)).toArray(Header[]::new);
        return new Response(status, others, body);
    }

    public Response withCookie(Cookie cookie) {
        return with(cookie.toHeader());
    }

    public Response withBody(Body other) {
        return new Response(status, headers, other);
    }

    public Response withStatus(int other) {
        return new Response(other, headers, body);
    }

    public int status() {
        return status;
    }

    public Body body() {
        return body;
    }

    public List<Header> headers() {
        return List.of(headers);
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(find(name)).map(Header::value);
    }

    @Nullable
    Header find(String name) {
        for (var header : headers) {
            if (header.isNamed(name)) return header;
        }
        return null;
    }

    Header[] lines() {
        return headers;
    }

    @Override
    public String toString() {
        return status + " " + Arrays.toString(headers) + " " + body;
    }
}
