package hobson.http;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Where requests come in from Jetty: on the thread that reads the network, which is why nothing here blocks. */
final class Entrance extends org.eclipse.jetty.server.Handler.Abstract.NonBlocking {
    private final HttpSettings settings;
    private final ContextPath contextPath;
    private final Handler handler;
    private final ErrorFilter errors;
    private final ThreadFactory threads = Thread.ofVirtual().name("http").factory();
    private final Gzip gzip = new Gzip();
    private final BodyMemory bodies;
    private final BodyMemory answers;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean draining;

    Entrance(HttpSettings settings, Handler handler, ErrorPages pages) {
        this.settings = settings;
        this.contextPath = ContextPath.of(settings);
        this.handler = handler;
        this.errors = new ErrorFilter(pages);
        this.bodies = BodyMemory.ofRequests(settings.limits());
        this.answers = BodyMemory.ofAnswers(settings.limits());
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request request, org.eclipse.jetty.server.Response response, Callback callback) {
        began();
        new Call(this, request, response, callback).begin();
        return true;
    }

    /** What is answered before any handler is asked; null when the handler shall be asked. */
    @Nullable
    Response early(String method, RequestPath path) {
        if (draining) throw new Problem(503, "The server is stopping", Header.of("Connection", "close"));
        if (method.equals("TRACE") || method.equals("CONNECT")) return Response.of(403);
        if (contextPath.isExactly(path)) return Response.redirect(settings.contextPath() + "/");
        if (!contextPath.contains(path)) throw Problem.notFound();
        return null;
    }

    /** From now on every connection ends with the answer that is sent on it. */
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    int running() {
        return running.get();
    }

    void began() {
        running.incrementAndGet();
    }

    void ended() {
        running.decrementAndGet();
    }

    HttpSettings settings() {
        return settings;
    }

    ContextPath contextPath() {
        return contextPath;
    }

    Handler handler() {
        return handler;
    }

    ErrorFilter errors() {
        return errors;
    }

    ThreadFactory threads() {
        return threads;
    }

    BodyMemory bodies() {
        return bodies;
    }

    BodyMemory answers() {
        return answers;
    }

    Gzip gzip() {
        return gzip;
    }
}
