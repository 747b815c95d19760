package hobson.remote.page;

import hobson.engine.user.Authorization;
import hobson.export.Exporter;
import hobson.export.Flavour;
import hobson.export.Query;
import hobson.export.Rendering;
import hobson.export.Requester;
import hobson.export.Subject;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;

/**
 * Answers {@code …/api/FLAVOUR} for any object (remote-api.md §1). To be called from the action {@code api} of the object's place: the
 * flavour is the token after it, further tokens do not matter.
 */
public final class ApiAnswers {
    private final Exporter exporter;
    private final Authorization authorization;
    private final Identification identification;
    private final Pages pages;

    public ApiAnswers(Exporter exporter, Authorization authorization, Identification identification, Pages pages) {
        this.exporter = exporter;
        this.authorization = authorization;
        this.identification = identification;
        this.pages = pages;
    }

    /** The object in the flavour, and with the selection, that the request names; the 404 page for an unknown flavour. */
    public <T, C> Response answer(Request request, Subject<T, C> subject) {
        var rest = Match.of(request).rest();
        var flavour = rest.isEmpty() ? null : Flavour.named(rest.getFirst()).orElse(null);
        if (flavour == null) {
            return pages.notFound(request);
        }
        return answer(request, subject, query(request, flavour));
    }

    /** The parameters of a POST may be in its body (remote-api.md §1.7). */
    public static Query query(Request request, Flavour flavour) {
        var parameters = request.isMethod("POST") ? request.parameters() : request.query();
        return Query.of(flavour, parameters::all);
    }

    public <T, C> Response answer(Request request, Subject<T, C> subject, Query query) {
        if (query.needsDocument()) {
            request.beforeBlocking();
        }
        var requester = authorization.secured() ? Requester.ORDINARY : Requester.SECURE;
        return answer(request, exporter.render(subject, query, requester));
    }

    private Response answer(Request request, Rendering rendering) {
        return switch (rendering) {
            case Rendering.Whole whole -> whole(whole);
            case Rendering.Stream stream -> {
                request.beforeBlocking();
                yield stream.checked() instanceof Rendering.Whole refusal ? whole(refusal) : streamed(stream);
            }
        };
    }

    private Response whole(Rendering.Whole whole) {
        var body = Body.bytes(whole.body());
        return identification.api(Response.of(
                whole.status(), type(whole.contentType()), whole.status() == 200 ? body.compressible() : body));
    }

    private Response streamed(Rendering.Stream stream) {
        var body = Body.stream(stream::writeTo).compressible();
        return identification.api(Response.ok(type(stream.contentType()), body));
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
