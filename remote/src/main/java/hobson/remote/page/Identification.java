package hobson.remote.page;

import hobson.http.Header;
import hobson.http.Response;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Which kind of answer says what about the server (security.md §3.3, remote-api.md §1.6).
 *
 * <p>Four kinds: data of the API, pages, the page that sends an anonymous caller to the login form, and everything else (empty
 * answers, the 401, the 403 of the crumb filter, console text, files), which says nothing. The headers are made once.
 */
public final class Identification {
    /** The Jenkins version whose behaviour clients may expect. */
    public static final String JENKINS = "2.462";

    /** A constant that Hudson's clients look for. */
    private static final String HUDSON = "1.395";

    private final String session;
    private final Header[] api;
    private volatile Header[] page;
    private final Header[] loginRedirect;

    /** @param session 8 hexadecimal digits, others at each start of the server */
    public Identification(String hobsonVersion, String session) {
        this.session = session;
        var hudson = Header.constant("X-Hudson", HUDSON);
        var jenkins = Header.constant("X-Jenkins", JENKINS);
        var jenkinsSession = Header.constant("X-Jenkins-Session", session);
        var hobson = Header.constant("X-Hobson", hobsonVersion);
        api = new Header[] {jenkins, jenkinsSession, hobson, Header.constant("X-Frame-Options", "deny")};
        loginRedirect = new Header[] {hudson, jenkins, jenkinsSession, hobson};
        page = new Header[] {
            hudson,
            jenkins,
            jenkinsSession,
            hobson,
            Header.constant("X-Frame-Options", "sameorigin"),
            Header.constant("Cache-Control", "no-cache,no-store,must-revalidate"),
            Header.constant("Expires", "0"),
            Header.constant("Referrer-Policy", "same-origin"),
            Header.constant("Cross-Origin-Opener-Policy", "same-origin"),
            Header.constant("X-Hudson-Theme", "default"),
        };
    }

    /** With a session of its own. */
    public static Identification of(String hobsonVersion, SecureRandom random) {
        var bytes = new byte[4];
        random.nextBytes(bytes);
        return new Identification(hobsonVersion, HexFormat.of().formatHex(bytes));
    }

    /** From now on pages tell by which public key the server is known: Base64 of its DER form. */
    public void knownAs(String publicKey) {
        var identity = Header.constant("X-Instance-Identity", publicKey);
        page = Stream.concat(
                        Arrays.stream(page).filter(header -> !header.name().equals(identity.name())),
                        Stream.of(identity))
                .toArray(Header[]::new);
    }

    public String session() {
        return session;
    }

    /** Data: {@code …/api/json} and its siblings, with whatever status. */
    public Response api(Response answer) {
        return answer.with(api);
    }

    /** An HTML page, or what stands for it when the caller wants no HTML. */
    public Response page(Response answer) {
        return answer.with(page);
    }

    Response loginRedirect(Response answer) {
        return answer.with(loginRedirect);
    }
}
