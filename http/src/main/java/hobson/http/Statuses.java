package hobson.http;

import org.eclipse.jetty.http.HttpStatus;

/** The standard reason phrases, and which answers have no body. */
public final class Statuses {
    private Statuses() {}

    /** {@code Not Found} for 404; the number itself for a status that nobody has named. */
    public static String reason(int status) {
        return HttpStatus.getMessage(status);
    }

    /** An answer that HTTP forbids to have a body (RFC 9110 §6.4.1). */
    static boolean isBodiless(int status) {
        return status == 204 || status == 304 || status < 200;
    }
}
