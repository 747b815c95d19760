package hobson.http.route;

import hobson.http.Header;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import java.util.Set;

/** What the router itself answers. Every method may throw a {@link Problem} instead. */
public interface RouterAnswers {

    /** Nothing is at this path. */
    default Response notFound(Request request) {
        throw Problem.notFound();
    }

    /** The path is right, the method is not. */
    default Response wrongMethod(Request request, Set<String> allowed) {
        throw new Problem(
                405,
                "This address does not answer " + request.method(),
                Header.of("Allow", String.join(", ", allowed)));
    }
}
