package hobson.jenkinscli;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SubmissionPublisher;

/**
 * Frames on their way into the body of a request: each is preceded by its length.
 *
 * <p>Published, not read from a stream: of a stream the HTTP client sends nothing before it has read what comes next.
 */
final class HttpWire implements Wire {
    private static final int HEAD = 5;
    private static final int WAITING = 4;

    private final SubmissionPublisher<ByteBuffer> frames;
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();

    /** @param executor hands the frames over */
    HttpWire(Executor executor) {
        this.frames = new SubmissionPublisher<>(executor, WAITING);
    }

    @Override
    public void send(Frame frame) throws IOException {
        try {
            if (taken.join()) { // what is submitted before goes to nobody
                frames.submit(ByteBuffer.allocate(HEAD + frame.payload().length)
                        .putInt(frame.payload().length)
                        .put(frame.op())
                        .put(frame.payload())
                        .flip());
                return;
            }
        } catch (IllegalStateException e) {
            // closed, as below
        }
        throw new IOException("the conversation is over");
    }

    /** The body; to be sent once. */
    BodyPublisher body() {
        return BodyPublishers.fromPublisher(subscriber -> {
            frames.subscribe(subscriber);
            taken.complete(true);
        });
    }

    /** Nobody takes the frames any more. */
    void end() {
        taken.complete(false);
        frames.close();
    }

    @Override
    public void close() {
        end();
    }
}
