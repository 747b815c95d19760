package hobson.remote.cli.transport;

import java.io.IOException;
import java.io.OutputStream;

/** One of the two outputs of a command: what is written at a time is a frame. Single bytes wait for the rest of their kind, or for a flush. */
final class FrameOutput extends OutputStream {
    private static final int MOST = 32 * 1024;

    private final FrameSink sink;
    private final Op op;
    private final byte[] single = new byte[1024];
    private int singles;

    FrameOutput(FrameSink sink, Op op) {
        this.sink = sink;
        this.op = op;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        single[singles++] = (byte) b;
        if (singles == single.length) {
            flush();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        flush();
        for (int at = 0; at < length; at += MOST) {
            sink.send(op, bytes, offset + at, Math.min(MOST, length - at));
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (singles > 0) {
            int count = singles;
            singles = 0;
            sink.send(op, single, 0, count);
        }
    }
}
