package hobson.remote.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.user.Authorization;
import hobson.export.Exporter;
import hobson.export.Query;
import hobson.export.Rendering;
import hobson.export.Requester;
import hobson.export.Subject;
import hobson.http.Body;
import hobson.http.BodySum;
import hobson.http.ContentType;
import hobson.http.EntityTag;
import hobson.http.Header;
import hobson.http.ProblemJson;
import hobson.http.Request;
import hobson.http.Response;
import java.util.concurrent.atomic.AtomicLong;

/** Turns renderings of objects into answers with the headers of the API (remote-api.md §1) and the version of what they say. */
public final class ApiAnswers {
    private static final Header SOON = Header.constant("Retry-After", "5");

    private final Exporter exporter;
    private final Authorization authorization;
    private final Identification identification;

    /** Part of the tags of large answers, so that none of those counts any more that were given before it changed. */
    private final AtomicLong era = new AtomicLong();

    public ApiAnswers(Exporter exporter, Authorization authorization, Identification identification) {
        this.exporter = exporter;
        this.authorization = authorization;
        this.identification = identification;
    }

    /** A text in place of data, as the issuer of crumbs gives for a few expressions. */
    public Response text(String text) {
        return identification.api(Response.text(200, text));
    }

    /** The object as the query selects it. */
    public <T, C> Response answer(Request request, Subject<T, C> subject, Query query) {
        if (query.needsDocument()) {
            request.beforeBlocking();
        }
        var requester = authorization.secured() ? Requester.ORDINARY : Requester.SECURE;
        return answer(request, exporter.render(subject, query, requester));
    }

    private Response answer(Request request, Rendering rendering) {
        return switch (rendering) {
            case Rendering.Whole whole -> whole(request, whole);
            case Rendering.Stream stream -> {
                request.beforeBlocking();
                var sum = new BodySum();
                yield stream.checked(sum) instanceof Rendering.Whole refusal
                        ? whole(request, refusal)
                        : streamed(stream, sum.toString());
            }
        };
    }

    private Response whole(Request request, Rendering.Whole whole) {
        var body = Body.bytes(whole.body());
        if (whole.status() != 200) {
            var refusal = identification.api(refusal(request, whole, body));
            return whole.status() == 503 ? refusal.with(SOON) : refusal;
        }
        var answer = identification.api(Response.ok(type(whole.contentType()), body.compressible()));
        return answer.with(EntityTag.weak(whole.body(), 0, whole.body().length).header());
    }

    private static Response refusal(Request request, Rendering.Whole whole, Body.Bytes sentence) {
        int status = whole.status();
        return Wanted.by(request) == Wanted.JSON
                ? new ProblemJson(request, status, new String(whole.body(), UTF_8)).response(status)
                : Response.of(status, type(whole.contentType()), sentence);
    }

    /**
     * It is made once more while it is sent, and may be another one by then. Then its tag must not be taken for the tag of what was
     * announced: a new era begins.
     */
    private Response streamed(Rendering.Stream stream, String announced) {
        var body = Body.stream(out -> {
                    var copy = new BodySum.Copying(out);
                    stream.writeTo(copy);
                    if (!copy.sum().equals(announced)) era.incrementAndGet();
                })
                .compressible();
        var answer = identification.api(Response.ok(type(stream.contentType()), body));
        var tag = EntityTag.weak(announced + "-" + identification.session() + "-" + era.get());
        return answer.with(tag.header());
    }

    private static Header type(String contentType) {
        return switch (contentType) {
            case "application/json;charset=utf-8" -> ContentType.JSON;
            case "application/xml;charset=UTF-8" -> ContentType.XML;
            case "text/x-python;charset=UTF-8" -> ContentType.PYTHON;
            case "text/plain;charset=utf-8" -> ContentType.TEXT;
            default -> ContentType.of(contentType);
        };
    }
}
