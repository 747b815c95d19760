package hobson.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream that waits for its next piece only so long: a server that falls silent in the middle of an answer
 * must not hold its client for ever. Not more than what came at once is in memory that nobody has read.
 */
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {
    private final Duration timeout;
    /** What came at once, as one: whoever takes the last of it may ask for more. An empty one is the end. */
    private final LinkedBlockingQueue<List<ByteBuffer>> arrivals = new LinkedBlockingQueue<>();

    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;
    private Iterator<ByteBuffer> pieces = Collections.emptyIterator();
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private boolean ended;

    TimedBody(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (closed) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        var filled = buffers.stream().filter(ByteBuffer::hasRemaining).toList();
        if (filled.isEmpty()) {
            more(); // nobody would ask for the next ones otherwise
        } else {
            arrivals.add(filled);
        }
    }

    @Override
    public void onError(Throwable reason) {
        failure = reason;
        arrivals.add(List.of());
    }

    @Override
    public void onComplete() {
        arrivals.add(List.of());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!piece.hasRemaining()) {
            if (!pieces.hasNext()) {
                pieces = ended ? Collections.emptyIterator() : next().iterator();
            }
            if (!pieces.hasNext()) {
                ended = true;
                return end();
            }
            piece = pieces.next();
        }
        int some = Math.min(length, piece.remaining());
        piece.get(bytes, offset, some);
        if (!piece.hasRemaining() && !pieces.hasNext()) {
            more();
        }
        return some;
    }

    private void more() {
        var source = subscription;
        if (source != null) {
            source.request(1);
        }
    }

    private int end() throws IOException {
        var reason = failure;
        if (reason != null) {
            throw new IOException("the answer broke off: " + reason.getMessage(), reason);
        }
        return -1;
    }

    private List<ByteBuffer> next() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        try {
            var next = arrivals.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                close();
                throw new HttpTimeoutException("nothing came for " + timeout.toSeconds() + " s");
            }
            return next;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        closed = true;
        var source = subscription;
        if (source != null && !ended) {
            source.cancel();
        }
        arrivals.add(List.of());
    }
}
