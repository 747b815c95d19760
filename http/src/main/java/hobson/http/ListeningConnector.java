package hobson.http;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Jetty's connector, which can be told to accept no more and then knows every connection it has.
 *
 * <p>Jetty's own {@link #shutdown} does not wait for the thread that accepts. A connection which that one hands over after the selector has
 * stopped is neither answered nor closed, and an interrupt between the system's answer and Java's makes it belong to nobody: its
 * caller would wait for ever.
 */
final class ListeningConnector extends ServerConnector {
    private static final int ACCEPTORS = 1;
    private static final int SELECTORS_BY_PROCESSORS = -1;

    /** Held from before a connection is accepted until a selector has it. */
    private final Lock accepting = new ReentrantLock();

    ListeningConnector(Server server, IoThreads threads, HttpConnectionFactory http) {
        super(server, threads, null, null, ACCEPTORS, SELECTORS_BY_PROCESSORS, http);
    }

    @Override
    public void accept(int acceptor) throws IOException {
        accepting.lock();
        try {
            if (!isOpen()) throw new ClosedChannelException(); // ends the thread
            super.accept(acceptor);
        } finally {
            accepting.unlock();
        }
    }

    /** Closes the listening socket; open connections go on. When it returns, {@code stop} closes all there are. */
    void endAccepting() {
        close(); // ends an accept that waits, without an interrupt
        accepting.lock();
        try {
            var _ = shutdown();
        } finally {
            accepting.unlock();
        }
    }
}
