package hobson.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;

/**
 * Sends requests to one server: with the login, the crumb where one is wanted, to where redirects lead, again where that is safe, and with an
 * exception for every answer that is an error. Thread-safe. Opens nothing until it is asked.
 *
 * <p>Sent again is only what cannot do harm: what reads, what certainly never reached the server, and a trigger with a key for it when the server
 * is one that knows keys.
 */
final class Connection {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_BYTES_OF_ERROR = 256 * 1024;

    private final Settings settings;
    private final Transport transport;
    private final Link link;
    private final Crumbs crumbs = new Crumbs();

    Connection(Settings settings) {
        this(settings, new Transport(settings));
    }

    private Connection(Settings settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
        this.link = new Link(settings, transport);
    }

    /** One over the same sockets that sends everything once. */
    Connection withoutRetries() {
        return new Connection(settings.withRetries(0), transport);
    }

    /** What is done with an answer that is none of an error. May be done again when the connection breaks off meanwhile. */
    interface Reader<T> {
        T read(Streamed answer) throws IOException;
    }

    void close() throws Exception {
        transport.close();
    }

    Settings settings() {
        return settings;
    }

    Executor executor() {
        return transport.executor();
    }

    /** The address of something below the server's own. */
    URI address(String path) {
        return link.address(path);
    }

    /** A document. */
    Json json(String path) {
        return send(Call.get(path).with("Accept-Encoding", "gzip")).json();
    }

    /** The whole answer, which has at most 64 MiB. */
    Answer send(Call call) {
        return exchange(call, answer -> {
            try (answer) {
                return answer.read(MOST_BYTES);
            }
        });
    }

    /** The answer while it comes; to be closed. */
    Streamed open(Call call) {
        return exchange(call, answer -> answer);
    }

    <T> T exchange(Call call, Reader<T> reader) {
        for (int failures = 0; ; failures++) {
            try {
                return once(call, reader);
            } catch (HobsonException e) {
                if (failures >= settings.retries() || !mayRepeat(call, e)) {
                    throw e;
                }
                Pace.pause(pause(failures, e));
            }
        }
    }

    private <T> T once(Call call, Reader<T> reader) {
        var answer = accepted(call);
        try {
            return reader.read(answer);
        } catch (InterruptedIOException e) {
            answer.close();
            throw new HobsonException.Interrupted(call.at(answer.address()) + " was interrupted.", e);
        } catch (IOException e) {
            answer.close();
            throw Transport.failure(call.at(answer.address()), e);
        }
    }

    /** An answer that is not an error. */
    private Streamed accepted(Call call) {
        if (!call.wantsCrumb() || isLoggedInByToken()) {
            var answer = followed(call);
            return answer.status() < 400 ? answer : refused(call, answer, isLoggedInByToken() && call.wantsCrumb());
        }
        return withCrumb(call);
    }

    private boolean isLoggedInByToken() {
        var login = settings.login();
        return login != null && login.token();
    }

    /** @param passwordPerhaps whether what was given as a token may be a password, which needs a crumb */
    private Streamed refused(Call call, Streamed answer, boolean passwordPerhaps) {
        var failure = failure(call, answer);
        if (passwordPerhaps && failure.sentence().contains(Failures.NO_CRUMB)) {
            return withCrumb(call);
        }
        throw failure;
    }

    private Streamed withCrumb(Call call) {
        var known = crumbs.known();
        var crumb = known.orElseGet(this::fetchCrumb);
        var answer = followed(crumb.on(call));
        if (answer.status() < 400) {
            return answer;
        }
        var failure = failure(call, answer);
        if (known.isEmpty() || !failure.sentence().contains(Failures.NO_CRUMB)) {
            throw failure;
        }
        crumbs.forget(crumb);
        answer = followed(fetchCrumb().on(call));
        if (answer.status() < 400) {
            return answer;
        }
        throw failure(call, answer);
    }

    private Crumbs.Crumb fetchCrumb() {
        var call = Call.get(Crumbs.PATH);
        try (var answer = followed(call)) {
            if (answer.status() == 403) {
                return Crumbs.Crumb.NONE; // what is asked for may need none; if it does, its own answer says more
            }
            if (answer.status() >= 400 && answer.status() != 404) {
                throw failure(call, answer);
            }
            return crumbs.remember(answer.read(MOST_BYTES_OF_ERROR));
        } catch (IOException e) {
            throw Transport.failure(call.at(address(Crumbs.PATH)), e);
        }
    }

    private HobsonException failure(Call call, Streamed answer) {
        var what = call.at(answer.address());
        try (answer) {
            var text = answer.body().readNBytes(MOST_BYTES_OF_ERROR);
            return Failures.of(what, new Answer(answer.address(), answer.status(), answer.headers(), text));
        } catch (IOException e) {
            return Failures.of(what, new Answer(answer.address(), answer.status(), answer.headers(), new byte[0]));
        }
    }

    private Streamed followed(Call call) {
        return link.send(call);
    }

    /** Whether the server is Hobson. Asks it when no answer has told yet. */
    boolean isHobson() {
        return link.isHobson();
    }

    private boolean mayRepeat(Call call, HobsonException e) {
        if (e instanceof HobsonException.ConnectionFailure failure) {
            return !(failure.getCause() instanceof SSLException) && (failure.unsent() || isSafe(call));
        }
        if (e instanceof HobsonException.ServerFailure failure) {
            return failure.status() != 500 && isSafe(call);
        }
        return e instanceof HobsonException.TimedOut && call.hasKey() && isSafe(call);
    }

    private boolean isSafe(Call call) {
        return call.reads() || (call.hasKey() && knowsKeys());
    }

    private boolean knowsKeys() {
        try {
            return isHobson();
        } catch (HobsonException e) {
            return false; // then the first failure is the one to tell
        }
    }

    private static Duration pause(int failures, HobsonException e) {
        var asked =
                e instanceof HobsonException.ServerFailure failure ? failure.retryAfter() : Optional.<Duration>empty();
        var longest = Duration.ofSeconds(30);
        var wished = asked.orElse(Duration.ofMillis(200L << Math.min(failures, 6)));
        return wished.compareTo(longest) > 0 ? longest : wished;
    }
}
