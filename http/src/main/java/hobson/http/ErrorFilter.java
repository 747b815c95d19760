package hobson.http;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import java.util.UUID;

/**
 * Turns what a handler throws into pages, so that the filters around this one see an answer and can add their headers to it. The
 * server does the same, with its own pages, for what is thrown outside.
 */
public final class ErrorFilter implements Filter {
    private static final System.Logger log = System.getLogger(ErrorFilter.class.getName());

    private final ErrorPages pages;

    public ErrorFilter(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public Response handle(Request request, Handler next) {
        try {
            return next.handle(request);
        } catch (Problem problem) {
            return problem(request, problem);
        } catch (MustBlock signal) {
            throw signal;
        } catch (RuntimeException | StackOverflowError e) {
            if (CallerGone.caused(e)) throw e;
            return crash(request, e);
        }
    }

    /** Logs what was thrown under a new id and answers with the id. */
    Response crash(Request request, Throwable thrown) {
        var id = UUID.randomUUID().toString();
        log.log(ERROR, "Request failed: " + request + ". Logging ID=" + id, thrown);
        return pages.crash(request, id);
    }

    Response problem(Request request, Problem problem) {
        log.log(DEBUG, () -> request.method() + " refused with " + problem.status() + ": " + problem.sentence());
        return pages.problem(request, problem);
    }
}
