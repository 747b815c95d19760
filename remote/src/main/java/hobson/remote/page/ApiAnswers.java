package hobson.remote.page;

import hobson.engine.user.Authorization;
import hobson.export.Exporter;
import hobson.export.Query;
import hobson.export.Rendering;
import hobson.export.Requester;
import hobson.export.Subject;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;

/** Turns renderings of objects into answers with the headers of the API (remote-api.md §1). */
public final class ApiAnswers {
    private final Exporter exporter;
    private final Authorization authorization;
    private final Identification identification;

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
