package hobson.remote.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.http.Request;
import java.util.Base64;

/** What the {@code Authorization} header of a request says, if it is of the Basic kind (security.md §2). */
sealed interface BasicHeader {

    static BasicHeader of(Request request) {
        var header = request.header("Authorization").orElse("").strip();
        int blank = header.indexOf(' ');
        if (blank < 0 || !header.substring(0, blank).equalsIgnoreCase("Basic")) {
            return new Absent();
        }
        var decoded = decoded(header.substring(blank + 1).strip());
        int colon = decoded.indexOf(':');
        return colon < 0 ? new Broken() : new Given(decoded.substring(0, colon), decoded.substring(colon + 1));
    }

    /** No header, or one of another scheme: those are ignored. */
    record Absent() implements BasicHeader {}

    /** Not base64, or nothing with a colon in it. */
    record Broken() implements BasicHeader {}

    /** A secret may contain colons, a name may not. */
    record Given(String name, String secret) implements BasicHeader {
        @Override
        public String toString() {
            return "Given[" + name + "]";
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
