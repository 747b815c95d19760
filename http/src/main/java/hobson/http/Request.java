package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller sent. Immutable except for the body, which can be read once, as a stream, as bytes or as a form; used by one
 * thread at a time. What filters and the router find out is passed on with {@link #with}.
 */
public final class Request {
    private final Exchange exchange;
    private final boolean inline;
    private final @Nullable Attribute newest;

    Request(Exchange exchange) {
        this(exchange, false, null);
    }

    private Request(Exchange exchange, boolean inline, @Nullable Attribute newest) {
        this.exchange = exchange;
        this.inline = inline;
        this.newest = newest;
    }

    /** A request that came from no network, for example {@code Request.draft("GET", "/job/a/?depth=1").build()}. */
    public static RequestDraft draft(String method, String target) {
        return new RequestDraft(method, target);
    }

    /** As received: upper case by convention only. */
    public String method() {
        return exchange.wire().method();
    }

    public boolean isMethod(String method) {
        return method().equals(method);
    }

    /** The path below the context path. */
    public RequestPath path() {
        return exchange.path();
    }

    /** Path and query as received, context path included: what a log or a "come back here" link shows. */
    public String target() {
        var query = exchange.wire().query();
        return query == null ? exchange.wire().path() : exchange.wire().path() + "?" + query;
    }

    /** As received, without the question mark. */
    public Optional<String> rawQuery() {
        return Optional.ofNullable(exchange.wire().query());
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.wire().header(name));
    }

    public List<String> headers(String name) {
        return exchange.wire().headers(name);
    }

    /** All headers in the order sent. */
    public List<Header> headers() {
        return exchange.wire().headers();
    }

    /** The first cookie of that name. */
    public Optional<String> cookie(String name) {
        return exchange.cookies().first(name);
    }

    /** The cookies in the order sent. */
    public Parameters cookies() {
        return exchange.cookies();
    }

    /** The parameters of the query alone; never touches the body. */
    public Parameters query() {
        return exchange.query();
    }

    /**
     * The parameters of query and form together, as a servlet has them: query first, all fields of an urlencoded body and the plain
     * fields of a multipart body after it (endpoints.md §0.2). Reads the body if it is a form, so it needs a thread that may block.
     *
     * @throws Problem 400 for a malformed form, 413 for one beyond the {@link Limits}
     */
    public Parameters parameters() {
        return exchange.form(!inline).parameters();
    }

    /** The first value of that parameter, of query or form. */
    public Optional<String> parameter(String name) {
        return parameters().first(name);
    }

    /**
     * From now on a multipart form may bring files as large as a body may be; to be called before anything else asks for the form.
     * Without, all parts together are no larger than a form without files: nobody fills the disk by way of an address that has no use
     * for files.
     */
    public void takeFiles() {
        exchange.takeFiles();
    }

    /** The files of a multipart form in the order sent; they are gone when the request is over. */
    public List<Upload> uploads() {
        return exchange.form(!inline).uploads();
    }

    public Optional<Upload> upload(String name) {
        return uploads().stream().filter(upload -> upload.name().equals(name)).findFirst();
    }

    /** {@code Content-Type} without its parameters, in lower case; empty if there is none. */
    public String mediaType() {
        return MediaType.of(exchange.wire().header("Content-Type"));
    }

    /** The charset that {@code Content-Type} names; 400 if we do not have it. */
    public Optional<Charset> charset() {
        return MediaType.charset(exchange.wire().header("Content-Type"));
    }

    /** The body as it comes in; ends with a {@link Problem} 413 beyond the limit of the settings. Blocks. */
    public InputStream body() {
        beforeBlocking();
        return exchange.body();
    }

    /** What is read of the body from now on is in that copy too; to be called before anything asks for the body. */
    public void copyBody(BodyCopy copy) {
        exchange.copyTo(copy);
    }

    /**
     * From now on the caller may send the body, and take in the answer, bit by bit and with pauses, each no longer than this: a longer one
     * ends a read of the body with {@link java.net.SocketTimeoutException}. Called again, also by another thread, it shortens or lengthens
     * what may still be waited.
     */
    public void mayPause(Duration longest) {
        exchange.mayPause(longest);
    }

    /** Whether the caller wants to go on by WebSocket, in the version that all have (RFC 6455). */
    public boolean wantsWebSocket() {
        return isMethod("GET")
                && "websocket".equalsIgnoreCase(exchange.wire().header("Upgrade"))
                && names("Connection", "upgrade")
                && "13".equals(exchange.wire().header("Sec-WebSocket-Version"))
                && exchange.wire().header("Sec-WebSocket-Key") != null;
    }

    private boolean names(String header, String token) {
        return headers(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(word -> word.strip().equalsIgnoreCase(token));
    }

    /**
     * The whole body. Blocks.
     *
     * @throws Problem 413 when it has more than {@code most} bytes
     */
    public byte[] bytes(int most) {
        beforeBlocking();
        return exchange.bytes(most);
    }

    /** The whole body, in the charset that the request names, or else in UTF-8. Blocks. */
    public String text(int mostBytes) {
        return new String(bytes(mostBytes), charset().orElse(UTF_8));
    }

    /** Scheme, host and port that the caller used, and the caller's own address. */
    public Origin origin() {
        return exchange.origin();
    }

    /** The address at the other end of the connection, perhaps a proxy; unlike {@link Origin#client} nobody can make it up. */
    public String peer() {
        return exchange.wire().peer();
    }

    /** {@code https://host:port/context}, without a slash at the end. */
    public String baseUrl() {
        return origin().url() + contextPath();
    }

    /** Empty, or {@code /ci}. */
    public String contextPath() {
        return exchange.settings().contextPath();
    }

    /** A path below the context path, for a link or a redirect: {@code link("job/x/")} is {@code /ci/job/x/}. */
    public String link(String path) {
        return contextPath() + (path.startsWith("/") ? "" : "/") + path;
    }

    /** This request, knowing one thing more; a later value hides an earlier one of the same key. */
    public <T> Request with(Key<T> key, T value) {
        return new Request(exchange, inline, new Attribute(key, value, newest));
    }

    public <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable(Attribute.find(newest, key));
    }

    /**
     * What a filter must have put there.
     *
     * @throws NoSuchElementException when nobody did: the filter is missing in the chain
     */
    public <T> T get(Key<T> key) {
        var value = Attribute.find(newest, key);
        if (value == null) throw new NoSuchElementException("the request has no " + key);
        return value;
    }

    /** Marks a request, in {@link Handler#prepare}, that is to be answered at once by the thread that reads the network. */
    public Request asInline() {
        return new Request(exchange, true, newest);
    }

    /** Whether this is being answered by the thread that reads the network: then nothing may block. */
    public boolean isInline() {
        return inline;
    }

    /**
     * To be called before anything that may wait.
     *
     * @throws MustBlock when this request is inline: it will be handled again, from the start, by a thread that may wait
     */
    public void beforeBlocking() {
        if (inline) throw MustBlock.SIGNAL;
    }

    Request asBlocking() {
        return inline ? new Request(exchange, false, newest) : this;
    }

    Exchange exchange() {
        return exchange;
    }

    /** The path as received, for people: a query is left out, because secrets are passed in queries. */
    String pathAsReceived() {
        return exchange.wire().path();
    }

    /** For logs: without the query, and on one line. */
    @Override
    public String toString() {
        return Markup.jsonText(method() + " " + pathAsReceived());
    }
}
