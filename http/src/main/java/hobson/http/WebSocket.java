package hobson.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** This side of a WebSocket. One thread receives; any number of them send. */
public interface WebSocket {
    /** The largest message that is taken; a larger one closes the connection (1009). */
    int LARGEST = 1 << 20;

    /**
     * The next binary message, or null when the other side has closed. Blocks. A message of text closes the connection (1003).
     *
     * @throws IOException when the connection was lost
     */
    byte @Nullable [] receive() throws IOException, InterruptedException;

    /** One binary message; the bytes may be changed when it returns. Blocks until the network has taken it. */
    void send(byte[] message) throws IOException;

    /** What is done, by any thread and once, when the connection has ended, also while nobody receives; at once when it has already. */
    void onEnd(Runnable action);
}
