package hobson.remote.cli.transport;

import hobson.http.Body;
import hobson.http.Header;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.security.Callers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * {@code POST /cli?remoting=false}: a conversation over two requests that the client calls by the same id (cli.md §3). The two must be
 * sent by the same user; who has the id alone has nothing.
 */
final class Duplex {
    private static final Header DUPLEX = Header.constant("Hudson-Duplex", "true");
    private static final Header UNBUFFERED = Header.constant("X-Accel-Buffering", "no");
    private static final Header CLOSE = Header.constant("Connection", "close");
    private static final Header SOON = Header.constant("Retry-After", "5");

    private final Conversations conversations;
    private final Function<Request, String> rootUrl;
    private final Duration patience;
    private final Map<UUID, DuplexSession> sessions = new ConcurrentHashMap<>();

    /** @param patience between the first request and the second */
    Duplex(Conversations conversations, Function<Request, String> rootUrl, Duration patience) {
        this.conversations = conversations;
        this.rootUrl = rootUrl;
        this.patience = patience;
    }

    Response answer(Request request) {
        if (!request.query().first("remoting", "").equals("false")) {
            throw new Problem(403, "Only the plain protocol of the command line client is spoken here: remoting=false");
        }
        var id = id(request);
        return request.header("Side").orElse("").equals("download") ? download(request, id) : upload(request, id);
    }

    private static UUID id(Request request) {
        try {
            return UUID.fromString(request.header("Session").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new Problem(500, "The header Session must be there, and be a UUID");
        }
    }

    private Response download(Request request, UUID id) {
        return Response.of(200, Body.stream(out -> talk(request, id, out))).with(DUPLEX, UNBUFFERED);
    }

    private void talk(Request request, UUID id, OutputStream out) throws IOException {
        try {
            conversations.have(Callers.of(request), rootUrl.apply(request), conversation -> {
                var session = new DuplexSession(conversation, patience);
                if (sessions.putIfAbsent(id, session) != null) {
                    throw new Problem(409, "There is a session of that id");
                }
                try {
                    session.download(request, out);
                } finally {
                    sessions.remove(id, session);
                }
            });
        } catch (Admissions.Refused e) {
            throw new Problem(503, String.valueOf(e.getMessage()), SOON);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private Response upload(Request request, UUID id) {
        var session = sessions.get(id);
        if (session == null) {
            throw new Problem(500, "No download side found for " + id);
        }
        var owner = session.conversation().caller().userId();
        if (!Objects.equals(owner, Callers.of(request).userId())) {
            throw new Problem(403, "The two sides of a session must be sent by the same user");
        }
        if (!session.join(request)) {
            throw new Problem(409, "This session has an upload side, or is over");
        }
        try {
            session.upload(request);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        }
        return Response.of(200).with(DUPLEX, CLOSE);
    }
}
