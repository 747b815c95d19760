package hobson.http;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, set up and running. */
final class Listener {
    private static final System.Logger log = System.getLogger(Listener.class.getName());
    private static final int RESPONSE_HEAD = 64 * 1024;
    private static final int BUFFER = 32 * 1024;
    private static final long POLL_MILLIS = 5;

    private final HttpSettings settings;
    private final Entrance entrance;
    private final Server server;
    private final ListeningConnector connector;

    Listener(HttpSettings settings, Entrance entrance) {
        this.settings = settings;
        this.entrance = entrance;
        var threads = threads();
        this.server = new Server(threads);
        this.connector = new ListeningConnector(server, new IoThreads(threads), connections(http(settings.limits())));
    }

    void start(ListeningSocket socket) throws IOException {
        connector.setIdleTimeout(settings.limits().idle().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
        server.setHandler(entrance);
        server.setErrorHandler(new BadMessages());
        try {
            connector.listenOn(socket);
            server.start();
            new SlowHeads(connector, settings.limits()).watch();
        } catch (IOException e) {
            endAccepting();
            stopQuietly();
            throw e;
        } catch (Exception e) {
            endAccepting();
            stopQuietly();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** From now on new connections wait in the socket. */
    void endAccepting() {
        entrance.drain();
        try {
            connector.endAccepting();
        } catch (IOException e) {
            log.log(WARNING, "The HTTP server did not stop cleanly", e);
        }
    }

    void stop() {
        long end = System.nanoTime() + settings.stopTime().toNanos();
        try {
            while (entrance.running() > 0 && System.nanoTime() < end) Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        stopQuietly();
    }

    private void stopQuietly() {
        try {
            server.stop();
        } catch (Exception e) {
            log.log(WARNING, "The HTTP server did not stop cleanly", e);
        }
    }

    /** Handlers run elsewhere: these threads only accept, read and write. */
    private static QueuedThreadPool threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        var pool = new QueuedThreadPool(Math.max(8, 2 * processors + 4), 4);
        pool.setName("http-io");
        pool.setDaemon(true);
        return pool;
    }

    private static HttpConnectionFactory connections(HttpConfiguration http) {
        return new HttpConnectionFactory(http) {
            @Override
            public Connection newConnection(Connector connector, EndPoint endPoint) {
                return configure(new SerialConnection(http, connector, endPoint), connector, endPoint);
            }
        };
    }

    private static HttpConfiguration http(Limits limits) {
        var http = new HttpConfiguration();
        http.setRequestHeaderSize(limits.headBytes());
        http.setResponseHeaderSize(RESPONSE_HEAD);
        http.setMaxResponseHeaderSize(RESPONSE_HEAD);
        http.setOutputBufferSize(BUFFER);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(true);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        // RequestPath has the rules for paths, and its own answers for what breaks them
        // and a fragment, which no client should send, is no part of the path or the query
        var refused = EnumSet.of(Violation.USER_INFO, Violation.UTF16_ENCODINGS);
        http.setUriCompliance(UriCompliance.from(EnumSet.complementOf(refused)));
        return http;
    }
}
