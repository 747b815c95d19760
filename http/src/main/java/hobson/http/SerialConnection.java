package hobson.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * A connection that is read by one thread at a time. Jetty answers a bad message on another thread than the one that has just read it, and
 * when the answer is sent starts to read again beside the first: both give back the same buffer, and the next two connections share it
 * (jetty.project 12939). Here the second leaves its turn to the first.
 */
final class SerialConnection extends HttpConnection {
    private final AtomicInteger turns = new AtomicInteger();

    SerialConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
        super(configuration, connector, endPoint);
    }

    @Override
    public void onFillable() {
        if (turns.getAndIncrement() > 0) return;
        int taken = 1;
        do {
            super.onFillable();
            taken = turns.addAndGet(-taken);
        } while (taken > 0);
    }
}
