package hobson.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The body of a request, within its limits: it may not be larger than allowed, nor come in more slowly than {@link Limits#slowest}
 * once {@link Limits#patience} is over. Only the time spent waiting for the caller counts.
 *
 * <p>An unhurried one may come in as slowly as its caller likes; a pause that is longer than it may be ends the read with
 * {@link SocketTimeoutException}.
 */
final class PacedBody extends FilterInputStream {
    private final Limits limits;
    private final BooleanSupplier unhurried;
    private long bytes;
    private long waited;
    private boolean atEnd;

    PacedBody(InputStream in, Limits limits, BooleanSupplier unhurried) {
        super(in);
        this.limits = limits;
        this.unhurried = unhurried;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        long start = System.nanoTime();
        int count;
        try {
            count = super.read(into, offset, length);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) throw tooLong();
            throw new CallerGone(e);
        }
        received(count, start);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    /** Whether everything was read. */
    boolean isAtEnd() {
        return atEnd;
    }

    private void received(int count, long start) {
        if (count < 0) {
            atEnd = true;
            return;
        }
        bytes += count;
        waited += System.nanoTime() - start;
        if (bytes > limits.bodyBytes()) {
            throw Problem.tooLarge("The body of a request may have at most " + limits.bodyBytes() + " bytes");
        }
        if (unhurried.getAsBoolean()) return;
        if (waited > limits.patience().toNanos() && bytes < limits.slowest() * (waited / 1_000_000_000L)) {
            throw tooSlow();
        }
    }

    private SocketTimeoutException tooLong() {
        if (unhurried.getAsBoolean()) return new SocketTimeoutException("nothing came for too long");
        throw tooSlow();
    }

    private static Problem tooSlow() {
        return new Problem(408, "The body of this request came in too slowly", Header.of("Connection", "close"));
    }
}
