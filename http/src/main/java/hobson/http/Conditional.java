package hobson.http;

/** Answers that a caller may have already (RFC 9110 §13). */
public final class Conditional {
    private Conditional() {}

    /** The answer itself, or, for a caller who reads and has the version that it says it is, 304 and the same headers without the body. */
    public static Response answer(Request request, Response answer) {
        if (request.header("If-None-Match").isEmpty() || answer.status() != 200) return answer;
        boolean reads = request.isMethod("GET") || request.isMethod("HEAD");
        var tag = reads ? EntityTag.in(answer) : null;
        return tag != null && tag.isKnownTo(request)
                ? answer.without("Content-Type").withStatus(304).withBody(Body.EMPTY)
                : answer;
    }

    /** The answer with its tag, or 304. */
    public static Response answer(Request request, Response answer, EntityTag tag) {
        return answer(request, answer.with(tag.header()));
    }

    /**
     * To be called where the document is replaced, so that no other change can come in between.
     *
     * @throws Problem 412 with the present tag, when {@code If-Match} names other versions than this one
     */
    public static void require(Request request, EntityTag present) {
        if (present.isUnexpectedBy(request)) {
            throw new Problem(
                    412,
                    "This has been changed since you read it: its version is " + present + " now",
                    present.header());
        }
    }
}
