package hobson.remote.credential;

import hobson.engine.Refusal;
import hobson.engine.credential.CredentialFields;
import hobson.engine.credential.CredentialStores;
import hobson.http.Request;
import hobson.remote.form.SubmittedForm;
import org.jspecify.annotations.Nullable;

/** What a caller sent to define something: a document or a form. */
final class Sent {
    private static final int LARGEST = 8 * 1024 * 1024;

    private Sent() {}

    /** Refuses a request that does not say what it sends. */
    static boolean isDocument(Request request) {
        var type = request.mediaType();
        if (type.isEmpty()) {
            throw Refusal.badInput("No Content-Type header set");
        }
        return type.equals("application/xml") || type.equals("text/xml");
    }

    static CredentialFields document(Request request, CredentialStores stores) {
        return stores.fields(request.bytes(LARGEST));
    }

    /** @param part of the form; null for all of it */
    static CredentialFields form(Request request, @Nullable String part) {
        var whole = SubmittedForm.of(request).object();
        return new JsonFields(part == null ? whole : whole.path(part), request);
    }
}
