package hobson.server.ephemeral;

import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import java.lang.System.Logger.Level;

/** Lets an answer leave when the server is at rest, so that a client sees all that its request has set off and that needs no time. */
public final class Settling implements Filter {
    private static final System.Logger LOG = System.getLogger(Settling.class.getName());

    private final VirtualTime time;

    public Settling(VirtualTime time) {
        this.time = time;
    }

    @Override
    public Response handle(Request request, Handler next) {
        var answer = next.handle(request);
        try {
            time.settle();
        } catch (IllegalStateException e) {
            LOG.log(Level.WARNING, request + " is answered before the server has come to rest", e);
        }
        return answer;
    }
}
