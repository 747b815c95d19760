package hobson.server.ephemeral;

import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps what clients send, the newest ten thousand requests, in the order in which they came. Used by many threads. */
public final class RequestRecord implements Filter {
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    public RequestRecord(InstantSource clock) {
        this.clock = clock;
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
        }
        var answer = next.handle(request);
        recorded.answered(answer.status());
        return answer;
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
