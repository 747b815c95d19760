package hobson.server.jenkins;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends after so many bytes, however many there are. For one thread. */
final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int b = left > 0 ? super.read() : -1;
        left -= b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = left > 0 ? super.read(bytes, offset, (int) Math.min(left, length)) : -1;
        left -= Math.max(0, count);
        return count;
    }

    /** Whether it has given all that it gives. */
    boolean isExhausted() {
        return left == 0;
    }
}
