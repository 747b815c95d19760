package hobson.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends one request over the JDK's client and says in which way it failed. The client is made when the first request is sent. */
final class Transport {
    private final Settings settings;
    private final Object lock = new Object();
    private volatile @Nullable HttpClient client;
    private volatile @Nullable Executor executor;

    Transport(Settings settings) {
        this.settings = settings;
    }

    /** Runs what is asked for as a {@code CompletionStage}. */
    Executor executor() {
        var known = executor;
        if (known == null) {
            synchronized (lock) {
                known = executor;
                if (known == null) {
                    known = settings.executor() == null
                            ? Executors.newCachedThreadPool(Transport::daemon)
                            : settings.executor();
                    executor = known;
                }
            }
        }
        return known;
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "hobson-client");
        thread.setDaemon(true);
        return thread;
    }

    private HttpClient client() {
        var known = client;
        if (known == null) {
            synchronized (lock) {
                known = client;
                if (known == null) {
                    known = create();
                    client = known;
                }
            }
        }
        return known;
    }

    private HttpClient create() {
        // 1.1: some of what stands in front of servers answers an offer of h2c with an error
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout());
        if (settings.proxy() != null) {
            builder.proxy(settings.proxy());
        }
        if (settings.proxyLogin() != null) {
            builder.authenticator(settings.proxyLogin());
        }
        var trust = settings.trust() == null ? lateTrust() : settings.trust();
        if (trust != null) {
            builder.sslContext(trust);
        }
        return builder.build();
    }

    /** Null where TLS is sure to be spoken, and where there is none: then the JDK's client asks for what the JVM is set up with. */
    private @Nullable SSLContext lateTrust() {
        try {
            return "https".equalsIgnoreCase(settings.url().getScheme()) ? null : LateTrust.context();
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /** Ends connections and the thread that waits for them, where the JDK can: since 21. */
    void close() throws Exception {
        Object open;
        synchronized (lock) {
            open = client;
            client = null;
        }
        if (open instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /** The answer, whatever its status is. */
    Streamed send(Call call, URI address) {
        var what = call.at(address);
        var timeout = call.timeout() == null ? settings.timeout() : call.timeout();
        try {
            var answer = exchange(call, address, timeout);
            boolean packed = answer.headers()
                    .firstValue("Content-Encoding")
                    .filter("gzip"::equalsIgnoreCase)
                    .isPresent();
            // the JDK has no body for the answer of a proxy that opens no tunnel
            var sent = Objects.requireNonNullElseGet(answer.body(), InputStream::nullInputStream);
            var body = packed ? new GZIPInputStream(sent, 8_192) : sent;
            return new Streamed(address, answer.statusCode(), answer.headers(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HobsonException.Interrupted(what + " was interrupted.", e);
        } catch (IOException e) {
            throw failure(what, e);
        }
    }

    private HttpResponse<InputStream> exchange(Call call, URI address, Duration timeout)
            throws IOException, InterruptedException {
        var body = new CountedBody(call.content().publisher());
        var request = request(call, address, body);
        HttpResponse.BodyHandler<InputStream> handler = info -> new TimedBody(timeout);
        return body.isSmall()
                ? client().send(request.timeout(timeout).build(), handler)
                : await(client().sendAsync(request.build(), handler), body, timeout);
    }

    /** Waits for the answer to something large: as long as that moves, and then as long as for any answer. */
    private static <T> T await(CompletableFuture<T> answer, CountedBody body, Duration timeout)
            throws IOException, InterruptedException {
        try {
            for (long before = -1; before != body.taken(); ) {
                before = body.taken();
                try {
                    return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // perhaps it is still on its way
                }
            }
            throw new HttpTimeoutException("nothing moved for " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // does nothing to one that is there
        }
    }

    private static HttpRequest.Builder request(Call call, URI address, CountedBody body) {
        var builder = HttpRequest.newBuilder(address).method(call.method(), body);
        if (!call.content().type().isEmpty()) {
            builder.header("Content-Type", call.content().type());
        }
        call.headers().forEach(builder::setHeader);
        return builder;
    }

    /** Which kind of failure that was; also of one in the middle of a body. */
    static HobsonException failure(String what, IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return new HobsonException.ConnectionFailure(what + ": the server takes no connection in time.", true, e);
        }
        if (e instanceof HttpTimeoutException) {
            return new HobsonException.TimedOut(what + ": the server did not answer in time.", e);
        }
        if (Thread.currentThread().isInterrupted()) {
            return new HobsonException.Interrupted(what + " was interrupted.", e);
        }
        if (e instanceof ConnectException) {
            return new HobsonException.ConnectionFailure(what + ": " + noConnection(e) + ".", true, e);
        }
        if (e instanceof SSLException) {
            return new HobsonException.ConnectionFailure(
                    what + ": there is no secure connection: " + e.getMessage() + ".",
                    e instanceof SSLHandshakeException,
                    e);
        }
        var message = String.valueOf(e.getMessage());
        if (message.contains("No credentials provided")) { // the JDK's word for a 401 where a proxy has a login
            return new HobsonException.Unauthorized(what + ": the login is not taken.", 401);
        }
        return new HobsonException.ConnectionFailure(what + ": the connection broke off: " + message + ".", false, e);
    }

    private static String noConnection(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "there is no host of that name";
            }
        }
        var message = e.getMessage();
        return message == null ? "nobody listens there" : "no connection: " + message;
    }
}
