package hobson.remote.cli.transport;

import hobson.http.Request;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Two requests that are one conversation: the answer of the first carries frames out, the body of the second brings them in. */
final class DuplexSession {
    /** How long the caller may be silent; clients that live send a sign of it every few seconds. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final Duration LEAVE = Duration.ofSeconds(1);
    private static final int HEAD = 5;

    private final Conversation conversation;
    private final Duration patience;
    private final CountDownLatch joined = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Request upload;

    /** @param patience how long the second request may take */
    DuplexSession(Conversation conversation, Duration patience) {
        this.conversation = conversation;
        this.patience = patience;
    }

    Conversation conversation() {
        return conversation;
    }

    /** The whole answer of the first request. */
    void download(Request request, OutputStream out) throws IOException, InterruptedException {
        try {
            request.mayPause(SILENCE);
            out.write(0); // without it, and at once, clients wait behind containers that buffer (cli.md §8.6)
            out.flush();
            if (!joined.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProtocolException("no upload within " + patience.toSeconds() + " seconds");
            }
            conversation.run((op, data, offset, length) -> write(out, op, data, offset, length));
        } finally {
            leave();
        }
    }

    private static void write(OutputStream out, Op op, byte[] data, int offset, int length) throws IOException {
        var frame = ByteBuffer.allocate(HEAD + length)
                .putInt(length)
                .put(op.number())
                .put(data, offset, length);
        synchronized (out) {
            out.write(frame.array());
            out.flush();
        }
    }

    private void leave() {
        Request reading;
        synchronized (this) {
            over.countDown();
            reading = upload;
        }
        if (reading != null) {
            reading.mayPause(LEAVE); // a caller that has not noticed is waited for no longer
        }
    }

    /** Whether this is the one second request, and in time. */
    synchronized boolean join(Request request) {
        if (upload != null || over.getCount() == 0) {
            return false;
        }
        upload = request;
        return true;
    }

    /** Takes in the body of the second request, and returns when the conversation is over. */
    void upload(Request request) throws InterruptedException {
        request.mayPause(SILENCE);
        joined.countDown();
        try {
            read(new DataInputStream(request.body()));
            conversation.ends();
        } catch (IOException e) {
            conversation.abandon(e);
        } catch (RuntimeException e) { // a body that is none, or too large
            var broken = new ProtocolException("an upload that is none");
            broken.initCause(e);
            conversation.abandon(broken);
        }
        over.await();
    }

    private void read(DataInputStream in) throws IOException {
        while (true) {
            int first = in.read();
            if (first < 0) {
                return;
            }
            int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            conversation.take(in.readByte(), length, in);
        }
    }
}
