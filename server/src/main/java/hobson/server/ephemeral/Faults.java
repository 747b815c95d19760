package hobson.server.ephemeral;

import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong, and with which requests. The first fault that fits a request is what becomes of it, and counts it; one that has been
 * had as often as it was to be is gone. Used by many threads.
 */
public final class Faults implements Filter {
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int MOST = 1_000;

    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {
        private final RequestPattern requests;
        private final Fault fault;
        private int left;

        Waiting(RequestPattern requests, int times, Fault fault) {
            this.requests = requests;
            this.left = times;
            this.fault = fault;
        }
    }

    /** Which requests a fault is for; whoever calls one of the methods decides what it is. */
    public final class Rule {
        private final RequestPattern requests;
        private final int times;

        private Rule(RequestPattern requests, int times) {
            this.requests = requests;
            this.times = times;
        }

        /** An answer with that status, and nothing is done. */
        public void status(int status) {
            add(new Fault.Status(valid(status), Optional.empty()));
        }

        /** As {@link #status(int)}, with a {@code Retry-After}. */
        public void status(int status, Duration retryAfter) {
            add(new Fault.Status(valid(status), Optional.of(retryAfter)));
        }

        /** Everything is done as ever, and the answer comes that much later, by the clock of the machine. */
        public void slow(Duration delay) {
            add(new Fault.Slow(delay));
        }

        /** Everything is done as ever, and the connection breaks after that many bytes of the answer's body. */
        public void cut(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("An answer is cut after 0 bytes or more, not " + bytes);
            }
            add(new Fault.Cut(bytes));
        }

        /** The connection is reset, and nothing is done. */
        public void reset() {
            add(new Fault.Reset());
        }

        private void add(Fault fault) {
            synchronized (waiting) {
                if (waiting.size() == MOST) {
                    throw new IllegalStateException("There are " + MOST + " faults already");
                }
                waiting.add(new Waiting(requests, times, fault));
            }
        }
    }

    private static int valid(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("The status of an answer is 200 to 599, not " + status);
        }
        return status;
    }

    /**
     * The next request that fits.
     *
     * @param method {@code *} for any
     * @param path below the context path: {@code *} is anything between two slashes, {@code **} anything
     */
    public Rule next(String method, String path) {
        return next(1, method, path);
    }

    /** As many of the next that fit. */
    public Rule next(int times, String method, String path) {
        return new Rule(RequestPattern.of(method, path), times);
    }

    /** Every request that fits, until {@link #clear}. */
    public Rule always(String method, String path) {
        return new Rule(RequestPattern.of(method, path), ALWAYS);
    }

    /** How many faults have not been had as often as they were to be; those that are to be had always do not count. */
    public int left() {
        synchronized (waiting) {
            return (int) waiting.stream().filter(one -> one.left != ALWAYS).count();
        }
    }

    /** Nothing goes wrong any more. */
    public void clear() {
        synchronized (waiting) {
            waiting.clear();
        }
    }

    @Override
    public Response handle(Request request, Handler next) {
        var fault = take(request);
        return fault.isEmpty() ? next.handle(request) : fault.get().answer(request, next);
    }

    private Optional<Fault> take(Request request) {
        synchronized (waiting) {
            var found = waiting.stream()
                    .filter(one -> one.requests.matches(request))
                    .findFirst();
            found.filter(one -> one.left != ALWAYS && --one.left == 0).ifPresent(waiting::remove);
            return found.map(one -> one.fault);
        }
    }
}
