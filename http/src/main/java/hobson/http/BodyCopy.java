package hobson.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a body, kept while somebody else reads it. Written by one thread, read by others. */
public final class BodyCopy {
    private int most;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long seen;

    /** @param most how many bytes are kept */
    public BodyCopy(int most) {
        this.most = most;
    }

    /** What has been read so far, up to the limit. */
    public synchronized byte[] bytes() {
        return kept.toByteArray();
    }

    /** How many bytes have been read so far. */
    public synchronized long size() {
        return seen;
    }

    /** How many bytes are kept so far. */
    public synchronized int kept() {
        return kept.size();
    }

    /** Keeps nothing of what has been read and of what will be; counts on. */
    public synchronized void forget() {
        most = 0;
        kept = new ByteArrayOutputStream(0);
    }

    private synchronized void take(byte[] bytes, int offset, int length) {
        seen += length;
        kept.write(bytes, offset, Math.min(length, most - kept.size()));
    }

    InputStream of(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = in.read(into, offset, length);
                if (count > 0) take(into, offset, count);
                return count;
            }
        };
    }
}
