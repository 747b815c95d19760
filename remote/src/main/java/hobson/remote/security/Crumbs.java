package hobson.remote.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.user.Caller;
import hobson.http.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/**
 * Makes crumbs and recognises them (security.md §6.1): the SHA-256 of {@code user;address;session} and a secret of this server. Nothing is
 * kept; a crumb is good for as long as the session it was made for.
 */
final class Crumbs {
    /** Name of the header and of the form field. */
    static final String FIELD = "Jenkins-Crumb";

    private final byte[] salt;

    Crumbs(SecretKey serverKey) {
        this.salt = Signature.of(serverKey, "crumb").of("salt").getBytes(UTF_8);
    }

    /** 64 lower-case hexadecimal digits. */
    String issue(Request request, Caller caller, String sessionId) {
        var digest = sha256();
        digest.update((caller.name() + ";" + clientAddress(request) + ";" + sessionId).getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest(salt));
    }

    boolean isGood(String crumb, Request request, Caller caller, String sessionId) {
        return Signature.same(issue(request, caller, sessionId), crumb);
    }

    /** As the client or a proxy says; a lie here only makes the liar's own crumb a bad one. */
    private static String clientAddress(Request request) {
        var forwarded = request.header("X-Forwarded-For").orElse("");
        int comma = forwarded.indexOf(',');
        var first = (comma < 0 ? forwarded : forwarded.substring(0, comma)).strip();
        return first.isEmpty() ? request.peer() : first;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
