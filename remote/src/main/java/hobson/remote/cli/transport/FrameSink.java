package hobson.remote.cli.transport;

import java.io.IOException;

/** Sends frames to the caller. Used by many threads; each frame goes out whole and at once. */
@FunctionalInterface
interface FrameSink {
    void send(Op op, byte[] data, int offset, int length) throws IOException;
}
