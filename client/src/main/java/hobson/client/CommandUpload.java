package hobson.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a command is told: its words first, then its standard input, and a word now and then so that nobody in between thinks the
 * connection dead. The body of its request is open until it is closed.
 */
final class CommandUpload implements AutoCloseable {
    private static final int PIECES = 4;
    private static final int PING_SECONDS = 3;

    private final Connection connection;
    private final InputStream input;
    private final SubmissionPublisher<ByteBuffer> body;
    private final CompletableFuture<Boolean> subscribed = new CompletableFuture<>();
    private final Call call;
    private final Runnable onFailure;
    private volatile @Nullable HobsonException failure;
    private volatile boolean closed;

    /** @param onFailure is run, in another thread, when the request cannot be sent */
    CommandUpload(Connection connection, Call call, InputStream input, Runnable onFailure) {
        this.connection = connection;
        this.input = input;
        this.onFailure = onFailure;
        this.body = new SubmissionPublisher<>(connection.executor(), PIECES);
        this.call = new Call(call.method(), call.path(), call.headers(), content(), call.timeout());
    }

    private Content content() {
        return new Content(
                "application/octet-stream",
                () -> BodyPublishers.fromPublisher(subscriber -> {
                    body.subscribe(subscriber);
                    subscribed.complete(true);
                }));
    }

    /** Sends the beginning and, in other threads, what follows. */
    void start(List<ByteBuffer> beginning) {
        connection.executor().execute(this::send);
        connection.executor().execute(() -> {
            if (subscribed.join()) {
                beginning.forEach(this::submit);
                pump();
            }
        });
        ping();
    }

    private void send() {
        try {
            connection.open(call).close();
        } catch (HobsonException e) {
            failure = e;
            subscribed.complete(false);
            onFailure.run();
        }
    }

    private void pump() {
        var piece = new byte[CommandFrames.INPUT_BYTES];
        try (input) {
            for (int read = input.read(piece); read >= 0 && !closed; read = input.read(piece)) {
                submit(CommandFrames.frame(CommandFrames.INPUT, piece, read));
            }
        } catch (IOException e) {
            // as if it ended here: the command sees the end of its input
        }
        submit(CommandFrames.frame(CommandFrames.END_OF_INPUT));
    }

    private void ping() {
        CompletableFuture.delayedExecutor(PING_SECONDS, TimeUnit.SECONDS, connection.executor())
                .execute(() -> {
                    if (!closed) {
                        submit(CommandFrames.frame(CommandFrames.ENCODING, StandardCharsets.UTF_8.name()));
                        ping();
                    }
                });
    }

    /** Waits while the server does not read, unless the command has ended meanwhile. */
    private void submit(ByteBuffer frame) {
        while (!closed && body.offer(frame, 1, TimeUnit.SECONDS, null) < 0) {
            // again
        }
    }

    /** Throws why the request could not be sent, if it could not. */
    void throwFailure() {
        var reason = failure;
        if (reason != null) {
            throw reason;
        }
    }

    /** The command has ended: nothing more will be sent, as it should be. */
    void end() {
        closed = true;
        body.close();
    }

    /** Breaks off what has not ended, so that the server ends the command. */
    @Override
    public void close() {
        closed = true;
        body.closeExceptionally(new IOException("the command was given up"));
    }
}
