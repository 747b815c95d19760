package hobson.http;

import java.util.List;

/**
 * An answer that is not a success: a status, one sentence for the caller, and headers that belong to it.
 *
 * <p>Thrown anywhere below a handler, rendered by {@link ErrorPages}. Carries no stack trace: it is about the caller's
 * request, not about our code.
 */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Header> headers;

    public Problem(int status, String sentence, Header... headers) {
        super(sentence, null, false, false);
        if (status < 400 || status > 599) throw new IllegalArgumentException("not an error status: " + status);
        this.status = status;
        this.headers = List.of(headers);
    }

    public static Problem badRequest(String sentence) {
        return new Problem(400, sentence);
    }

    public static Problem notFound() {
        return new Problem(404, Statuses.reason(404));
    }

    public static Problem notFound(String sentence) {
        return new Problem(404, sentence);
    }

    public static Problem tooLarge(String sentence) {
        return new Problem(413, sentence);
    }

    public final int status() {
        return status;
    }

    /** One sentence for a person. */
    public final String sentence() {
        return String.valueOf(getMessage());
    }

    public final List<Header> headers() {
        return headers;
    }
}
