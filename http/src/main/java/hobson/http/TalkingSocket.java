package hobson.http;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * A connection that has become a WebSocket: Jetty's threads bring what comes in, a virtual one talks, another one pings. Public because
 * Jetty calls it by its name.
 */
public final class TalkingSocket implements Session.Listener, WebSocket {
    private static final System.Logger log = System.getLogger(TalkingSocket.class.getName());

    private final Body.Conversation conversation;
    private final Entrance entrance;
    private final ReentrantLock sending = new ReentrantLock();
    private final Object arriving = new Object();
    private final Queue<byte[]> arrived = new ArrayDeque<>(1);
    private @Nullable Session session;
    private boolean over;
    private @Nullable Throwable failure;
    private @Nullable Runnable atEnd;

    TalkingSocket(Body.Conversation conversation, Entrance entrance) {
        this.conversation = conversation;
        this.entrance = entrance;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        opened.setMaxBinaryMessageSize(LARGEST);
        opened.setMaxFrameSize(LARGEST);
        opened.setIdleTimeout(conversation.ping().multipliedBy(2));
        session = opened;
        entrance.began();
        entrance.threads().newThread(this::talk).start();
        entrance.threads().newThread(this::ping).start();
    }

    private void talk() {
        try {
            conversation.talk().over(this);
            session().close(StatusCode.NORMAL, null, Callback.NOOP);
        } catch (ProtocolException e) {
            session().close(StatusCode.PROTOCOL, e.getMessage(), Callback.NOOP);
        } catch (IOException e) {
            log.log(DEBUG, "A WebSocket was lost", e);
            session().disconnect();
        } catch (InterruptedException _) {
            session().close(StatusCode.SHUTDOWN, null, Callback.NOOP);
        } catch (RuntimeException | StackOverflowError e) {
            log.log(ERROR, "What was said over a WebSocket broke off", e);
            session().close(StatusCode.SERVER_ERROR, null, Callback.NOOP);
        } finally {
            entrance.ended();
        }
    }

    private void ping() {
        try {
            long pause = conversation.ping().toMillis();
            for (long wait = pause / 2; !isOver(wait); wait = pause) {
                session().sendPing(ByteBuffer.allocate(0), Callback.NOOP);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so long for the end. */
    private boolean isOver(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        synchronized (arriving) {
            while (!over && System.nanoTime() < end) {
                arriving.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
            return over;
        }
    }

    @Override
    public byte @Nullable [] receive() throws IOException, InterruptedException {
        synchronized (arriving) {
            if (over) return last();
        }
        session().demand();
        synchronized (arriving) {
            while (arrived.isEmpty() && !over) arriving.wait();
            var message = arrived.poll();
            return message == null ? last() : message;
        }
    }

    private byte @Nullable [] last() throws IOException {
        if (failure != null) throw new IOException("the WebSocket was lost", failure);
        return null;
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        var message = new byte[payload.remaining()];
        payload.get(message);
        callback.succeed();
        synchronized (arriving) {
            arrived.add(message);
            arriving.notifyAll();
        }
    }

    @Override
    public void onWebSocketText(String message) {
        session().close(StatusCode.BAD_DATA, "binary messages only", Callback.NOOP);
    }

    @Override
    public void send(byte[] message) throws IOException {
        sending.lock();
        try {
            var sent = new Callback.Completable();
            session().sendBinary(ByteBuffer.wrap(message), sent);
            sent.join();
        } catch (CompletionException e) {
            throw new IOException("the WebSocket was lost", e.getCause());
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void onEnd(Runnable action) {
        synchronized (arriving) {
            if (!over) {
                atEnd = action;
                return;
            }
        }
        action.run();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        end(cause);
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        end(null);
        callback.succeed();
    }

    private void end(@Nullable Throwable cause) {
        @Nullable Runnable action;
        synchronized (arriving) {
            if (over) return;
            over = true;
            failure = cause;
            action = atEnd;
            atEnd = null;
            arriving.notifyAll();
        }
        if (action != null) action.run();
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }
}
