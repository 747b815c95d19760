package hobson.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/**
 * The stream that a {@link Body.Writing} writes to. Keeps the first 32 KiB: an answer with fewer bytes has a
 * {@code Content-Length}, a longer one goes out in chunks (remote-api.md §1.8), and until then nothing has been sent, so that a failure
 * can still become an error page. {@code flush} sends what is there.
 */
final class AnswerStream extends OutputStream {
    static final int KEPT = 32 * 1024;
    private static final int FIRST = 2 * 1024;

    private final Response response;
    private final Duration patience;
    private final long slowest;
    private byte[] buffer = new byte[FIRST];
    private int filled;
    private long sent;
    private long waited;
    private boolean closed;

    /** @param slowest bytes per second below which a reader is given up after {@code patience} */
    AnswerStream(Response response, Duration patience, long slowest) {
        this.response = response;
        this.patience = patience;
        this.slowest = slowest;
    }

    @Override
    public void write(int b) throws IOException {
        buffer[filled++] = (byte) b;
        if (filled == buffer.length) makeRoom();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length >= KEPT) {
            if (filled > 0) sendBuffer(false);
            send(ByteBuffer.wrap(bytes, offset, length), false);
            return;
        }
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int count = Math.min(buffer.length - filled, end - from);
            System.arraycopy(bytes, from, buffer, filled, count);
            filled += count;
            from += count;
            if (filled == buffer.length) makeRoom();
        }
    }

    /** The buffer is full: it grows up to its limit and is sent there. */
    private void makeRoom() throws IOException {
        if (buffer.length < KEPT) buffer = Arrays.copyOf(buffer, Math.min(KEPT, buffer.length * 4));
        else sendBuffer(false);
    }

    @Override
    public void flush() throws IOException {
        if (filled > 0) sendBuffer(false);
    }

    /** Ends the answer. */
    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        sendBuffer(true);
    }

    private void sendBuffer(boolean last) throws IOException {
        send(ByteBuffer.wrap(buffer, 0, filled), last);
        filled = 0;
    }

    private void send(ByteBuffer bytes, boolean last) throws IOException {
        if (!last && !response.isCommitted()) announceChunks(response);
        int count = bytes.remaining();
        long start = System.nanoTime();
        try {
            Content.Sink.write(response, last, bytes);
        } catch (IOException e) {
            throw new CallerGone(e);
        }
        sent += count;
        waited += System.nanoTime() - start;
        if (waited > patience.toNanos() && sent < slowest * (waited / 1_000_000_000L)) {
            throw new CallerGone(new IOException("read fewer than " + slowest + " bytes per second"));
        }
    }

    /** Jetty would end a body by closing the connection if the client wants that anyway; then a body that breaks off looks whole. */
    static void announceChunks(Response response) {
        boolean known = response.getHeaders().contains(HttpHeader.CONTENT_LENGTH);
        var version = response.getRequest().getConnectionMetaData().getHttpVersion();
        if (!known && version == HttpVersion.HTTP_1_1)
            response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
    }

    /** Whether the head has left, so that the status can no longer change. */
    boolean isCommitted() {
        return response.isCommitted();
    }
}
