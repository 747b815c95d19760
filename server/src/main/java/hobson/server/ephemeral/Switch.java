package hobson.server.ephemeral;

import hobson.http.Handler;
import hobson.http.Key;
import hobson.http.Request;
import hobson.http.Response;
import java.util.concurrent.CompletableFuture;

/** Hands requests to the server that there is at that moment; who comes between two of them waits for the next. */
public final class Switch implements Handler {
    private static final Key<Handler> PREPARED = new Key<>("the server that has prepared the request");

    private volatile CompletableFuture<Handler> current = new CompletableFuture<>();

    /** Requests from now on are this one's. */
    public void to(Handler handler) {
        current.complete(handler);
    }

    /** There is no server for the time being. */
    public void off() {
        if (current.isDone()) {
            current = new CompletableFuture<>();
        }
    }

    @Override
    public Request prepare(Request request) {
        var there = current.getNow(null);
        return there == null ? request : there.prepare(request).with(PREPARED, there);
    }

    @Override
    public Response handle(Request request) {
        var prepared = request.find(PREPARED);
        if (prepared.isPresent()) {
            return prepared.get().handle(request);
        }
        var next = current.join();
        return next.handle(next.prepare(request));
    }
}
