package hobson.http;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's connector on a socket that somebody else opens and closes. It can be told to accept no more, and then knows every connection
 * that it has.
 *
 * <p>Jetty's own {@link #shutdown} does not wait for the thread that accepts. A connection which that one hands over after the selector has
 * stopped is neither answered nor closed, and an interrupt between the system's answer and Java's makes it belong to nobody: its
 * caller would wait for ever.
 */
final class ListeningConnector extends ServerConnector {
    private static final int ACCEPTORS = 1;
    private static final int SELECTORS_BY_PROCESSORS = -1;

    /** Held from before a connection is accepted until Jetty has it. */
    private final Lock accepting = new ReentrantLock();

    private @Nullable ListeningSocket socket;
    private @Nullable Selector arrivals;
    private volatile boolean ended;

    ListeningConnector(Server server, IoThreads threads, HttpConnectionFactory http) {
        super(server, threads, null, null, ACCEPTORS, SELECTORS_BY_PROCESSORS, http);
    }

    /** To be called before the start. */
    void listenOn(ListeningSocket opened) throws IOException {
        var channel = opened.channel();
        open(channel);
        channel.configureBlocking(false); // who waits in an accept can only be called back by closing the socket
        var selector = Selector.open();
        channel.register(selector, SelectionKey.OP_ACCEPT);
        socket = opened;
        arrivals = selector;
    }

    @Override
    public void accept(int acceptor) throws IOException {
        accepting.lock();
        try {
            var selector = Objects.requireNonNull(arrivals);
            if (!ended) selector.select(); // comes back at once while there are any
            selector.selectedKeys().clear();
            if (ended) throw new ClosedChannelException(); // ends the thread
            var arrived = Objects.requireNonNull(socket).channel().accept();
            if (arrived != null) take(arrived);
        } finally {
            accepting.unlock();
        }
    }

    private void take(SocketChannel arrived) throws IOException {
        try {
            arrived.configureBlocking(false);
            configure(arrived.socket());
            getSelectorManager().accept(arrived);
        } catch (IOException e) {
            arrived.close();
            throw e;
        }
    }

    @Override
    public boolean isOpen() {
        return socket != null && socket.channel().isOpen() && !ended;
    }

    /** Leaves the socket open. */
    @Override
    public void close() {
        ended = true;
        if (arrivals != null) arrivals.wakeup();
    }

    /** Open connections go on, new ones wait in the socket. When it returns, {@code stop} closes all there are. */
    void endAccepting() throws IOException {
        close();
        accepting.lock();
        try {
            var _ = shutdown();
            if (arrivals != null) arrivals.close(); // the socket may be closed, or be listened on by another one
        } finally {
            accepting.unlock();
        }
    }
}
