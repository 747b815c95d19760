package hobson.http;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the server: first on the thread that reads the network, then, unless it is inline, on a virtual
 * thread. Ends exactly once, by {@link #succeeded} or {@link #failed}.
 */
final class Call implements Callback {
    private static final System.Logger log = System.getLogger(Call.class.getName());

    private final Entrance entrance;
    private final org.eclipse.jetty.server.Request jettyRequest;
    private final org.eclipse.jetty.server.Response jettyResponse;
    private final Callback callback;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Exchange exchange;
    private volatile BodyMemory.@Nullable Share sending;

    Call(
            Entrance entrance,
            org.eclipse.jetty.server.Request jettyRequest,
            org.eclipse.jetty.server.Response jettyResponse,
            Callback callback) {
        this.entrance = entrance;
        this.jettyRequest = jettyRequest;
        this.jettyResponse = jettyResponse;
        this.callback = callback;
    }

    /** Called by the thread that reads the network; does not block. */
    void begin() {
        var wire = new JettyWire(jettyRequest);
        Request request;
        Response early;
        try {
            var path = RequestPath.parse(wire.path());
            early = entrance.early(wire.method(), path);
            request = made(wire, entrance.contextPath().strip(path));
        } catch (Problem problem) {
            request = made(wire, RequestPath.ROOT);
            early = entrance.errors().problem(request, problem);
        }
        if (early == null) handle(request);
        else send(request, early, false);
    }

    private Request made(JettyWire wire, RequestPath path) {
        var made = new Exchange(wire, entrance.settings(), path, entrance.bodies());
        exchange = made;
        return new Request(made);
    }

    private void handle(Request request) {
        try {
            var prepared = entrance.handler().prepare(request);
            if (!prepared.isInline() || !answeredInline(prepared)) dispatch(prepared.asBlocking());
        } catch (RuntimeException | StackOverflowError e) {
            send(request, failure(request, e), false);
        } catch (Error e) {
            failed(e);
            throw e;
        }
    }

    private boolean answeredInline(Request request) {
        Response answer;
        try {
            answer = entrance.handler().handle(request);
        } catch (MustBlock _) {
            return false;
        }
        send(request, answer, false);
        return true;
    }

    private void dispatch(Request request) {
        jettyRequest.addIdleTimeoutListener(_ -> false); // a handler may take longer than a connection may idle
        entrance.threads().newThread(() -> answer(request)).start();
    }

    /** Runs on a virtual thread. */
    private void answer(Request request) {
        Response answer;
        try {
            answer = entrance.handler().handle(request);
        } catch (ConnectionDropped e) {
            drop(e);
            return;
        } catch (RuntimeException | StackOverflowError e) {
            var gone = CallerGone.find(e);
            if (gone != null) {
                failed(gone);
                return;
            }
            answer = failure(request, e);
        } catch (Error e) {
            failed(e);
            throw e;
        }
        // what was uploaded is of use to nobody any more, unless the body is still to be made
        if (!(answer.body() instanceof Body.Streamed)) request.exchange().close();
        send(request, answer, true);
    }

    /** The page for what a handler, or the writing of a body, threw. */
    Response failure(Request request, Throwable thrown) {
        var errors = entrance.errors();
        try {
            return thrown instanceof Problem problem ? errors.problem(request, problem) : errors.crash(request, thrown);
        } catch (RuntimeException e) {
            log.log(ERROR, "The error page for " + request + " failed", e);
            return Response.of(500);
        }
    }

    /** @param mayWait whether this thread is the call's own. One that reads the network for it may be in the middle of another's answer. */
    private void send(Request request, Response answer, boolean mayWait) {
        try {
            new Sender(this, request, jettyResponse, mayWait).send(answer);
        } catch (RuntimeException e) {
            log.log(ERROR, "The answer to " + request + " could not be sent", e);
            failed(e);
        }
    }

    /**
     * The answer is in memory until this call ends.
     *
     * @throws Problem 503 when too many large ones are
     */
    void holds(int bytes) {
        var share = entrance.answers().share();
        share.take(bytes);
        sending = share;
    }

    /** The answer is that the connection becomes another one; the call ends when the head has been sent, the talk later. */
    void converse(Body.Conversation conversation) {
        if (!WebSockets.upgrade(jettyRequest, jettyResponse, this, new TalkingSocket(conversation, entrance))) {
            failed(new IllegalStateException("the request wants no WebSocket"));
        }
    }

    Entrance entrance() {
        return entrance;
    }

    /** Without the courtesies of an orderly end. */
    void drop(ConnectionDropped reason) {
        var end = jettyRequest.getConnectionMetaData().getConnection().getEndPoint();
        if (end.getTransport() instanceof SocketChannel channel) {
            try {
                if (reason.isReset()) channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.close();
            } catch (IOException e) {
                log.log(DEBUG, "the connection was gone already", e);
            }
        }
        failed(new EofException(reason)); // one that Jetty does not report
    }

    /** The whole answer has been handed to the network. */
    @Override
    public void succeeded() {
        var answered = exchange;
        if (answered != null && answered.hasLeftovers()) {
            entrance.threads().newThread(() -> discardLeftovers(answered)).start();
        } else {
            finish();
        }
    }

    private void discardLeftovers(Exchange answered) {
        try {
            Leftovers.discard(answered.wire().body());
        } finally {
            finish();
        }
    }

    private void finish() {
        end();
        callback.succeeded();
    }

    /** The connection is of no use any more; or nothing has been sent and Jetty answers. */
    @Override
    public void failed(Throwable cause) {
        log.log(DEBUG, () -> jettyRequest.getMethod() + " was not answered: " + cause);
        end();
        var reason =
                cause instanceof CallerGone && cause.getCause() instanceof HttpException ? cause.getCause() : cause;
        callback.failed(reason);
    }

    private void end() {
        if (ended.getAndSet(true)) return;
        var ending = exchange;
        if (ending != null) ending.end();
        var sent = sending;
        if (sent != null) sent.close();
        entrance.ended();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
