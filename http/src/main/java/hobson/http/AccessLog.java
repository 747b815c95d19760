package hobson.http;

import static java.lang.System.Logger.Level.INFO;

import java.time.Duration;
import java.time.InstantSource;

/** One line for each request, {@code GET /job/a/ 200 3ms 10.0.0.7}. Secrets in queries are not in it. */
public final class AccessLog implements Filter {
    private static final System.Logger log = System.getLogger("hobson.http.access");

    private final InstantSource clock;

    public AccessLog(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Response handle(Request request, Handler next) {
        var start = clock.instant();
        var answer = next.handle(request);
        var took = Duration.between(start, clock.instant());
        log.log(
                INFO,
                () -> request + " " + answer.status() + " " + took.toMillis() + "ms "
                        + request.origin().client());
        return answer;
    }
}
