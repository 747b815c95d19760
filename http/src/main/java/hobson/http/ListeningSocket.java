package hobson.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/**
 * An address that is listened on, over several {@linkplain HttpServer servers} if need be, one after the other: who connects between two of
 * them waits for the next one, and nobody else can take the address meanwhile.
 */
public final class ListeningSocket implements AutoCloseable {
    private static final System.Logger log = System.getLogger(ListeningSocket.class.getName());
    private static final int BACKLOG = 1024;

    private final ServerSocketChannel channel;
    private final int port;

    private ListeningSocket(ServerSocketChannel channel) {
        this.channel = channel;
        this.port = channel.socket().getLocalPort();
    }

    /**
     * Begins to listen.
     *
     * @param port 0 lets the system choose one
     * @throws IOException with one sentence for a person, when the address cannot be used
     */
    public static ListeningSocket open(String address, int port) throws IOException {
        var where = new InetSocketAddress(address, port);
        var channel = ServerSocketChannel.open();
        try {
            if (where.isUnresolved()) throw new IOException("there is no such address");
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            return new ListeningSocket(channel.bind(where, BACKLOG));
        } catch (IOException e) {
            channel.close();
            throw new IOException("Cannot listen on " + address + ":" + port + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    /** From now on connections are refused; those that nobody has taken are reset. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            log.log(System.Logger.Level.WARNING, "The port " + port + " could not be given back", e);
        }
    }
}
