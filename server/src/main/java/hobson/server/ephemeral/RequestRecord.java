package hobson.server.ephemeral;

import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps what clients send, the newest ten thousand requests, in the order in which they came. Of their bodies it keeps 64 MiB in all, the
 * newest ones, and as much of all the rest of them: older requests lose their bodies first and are then forgotten. Used by many threads.
 */
public final class RequestRecord implements Filter {
    private static final int MOST = 10_000;
    private static final int MOST_BYTES = 64 << 20;
    private static final int BETWEEN_LOOKS = 100;

    private final InstantSource clock;
    private final int mostBytes;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private int sinceLook;

    public RequestRecord(InstantSource clock) {
        this(clock, MOST_BYTES);
    }

    RequestRecord(InstantSource clock, int mostBytes) {
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    @Override
    public Response handle(Request request, Handler next) {
        request.beforeBlocking(); // else an inline one that has to wait after all would come twice
        var recorded = new RecordedRequest(request, clock.instant());
        synchronized (requests) {
            requests.addLast(recorded);
            if (requests.size() > MOST) {
                requests.removeFirst();
            }
            if (++sinceLook == BETWEEN_LOOKS) { // bodies grow while they come in: no sum could be kept up cheaply
                sinceLook = 0;
                letGo();
            }
        }
        var answer = next.handle(request);
        recorded.answered(answer.status());
        return answer;
    }

    private void letGo() {
        long heads = 0;
        long bodies = 0;
        for (var newestFirst = requests.descendingIterator(); newestFirst.hasNext(); ) {
            var request = newestFirst.next();
            heads += request.headSize();
            bodies += request.keptOfBody();
            if (heads > mostBytes) {
                newestFirst.remove();
            } else if (bodies > mostBytes) {
                request.forgetBody();
            }
        }
    }

    public List<RecordedRequest> all() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Those of that method ({@code *}: any) whose path fits: {@code *} is anything between two slashes, {@code **} anything. */
    public List<RecordedRequest> of(String method, String path) {
        var wanted = RequestPattern.of(method, path);
        return all().stream()
                .filter(request -> wanted.matches(request.method(), request.path()))
                .toList();
    }

    public void clear() {
        synchronized (requests) {
            requests.clear();
        }
    }
}
