package hobson.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request, within its limits: it may not be larger than allowed, nor come in more slowly than {@link Limits#slowest}
 * once {@link Limits#patience} is over. Only the time spent waiting for the caller counts.
 */
final class PacedBody extends FilterInputStream {
    private final Limits limits;
    private long bytes;
    private long waited;

    PacedBody(InputStream in, Limits limits) {
        super(in);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        long start = System.nanoTime();
        int b = super.read();
        received(b < 0 ? -1 : 1, start);
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        long start = System.nanoTime();
        int count = super.read(into, offset, length);
        received(count, start);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    private void received(int count, long start) {
        if (count < 0) return;
        bytes += count;
        waited += System.nanoTime() - start;
        if (bytes > limits.bodyBytes()) {
            throw Problem.tooLarge("The body of a request may have at most " + limits.bodyBytes() + " bytes");
        }
        if (waited > limits.patience().toNanos() && bytes < limits.slowest() * (waited / 1_000_000_000L)) {
            throw new Problem(408, "The body of this request came in too slowly", Header.of("Connection", "close"));
        }
    }
}
