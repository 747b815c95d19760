package hobson.remote.administration;

import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** {@code /instance-identity/}: the public key by which the server is known, for who wants to compare (remote-api.md §9.4). Open to all. */
public final class IdentityRoutes implements RouteGroup {
    private static final int LINE = 64;

    private final Supplier<String> publicKey;
    private final Pages pages;

    /** @param publicKey its DER form in Base64; may block when it is asked for the first time */
    public IdentityRoutes(Supplier<String> publicKey, Pages pages) {
        this.publicKey = publicKey;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.root.child("instance-identity", new Place("identity of the server").index(this::page));
    }

    private Response page(Request request) {
        var key = publicKey.get();
        return pages.page(200, "Instance identity", html -> {
            html.element("p", "The public key of this server:");
            html.element("pre", pem(key), "id", "key");
            html.element("p", "Its fingerprint:");
            html.element("pre", fingerprint(key), "id", "fingerprint");
        });
    }

    private static String pem(String key) {
        var pem = new StringBuilder("-----BEGIN PUBLIC KEY-----\n");
        for (int i = 0; i < key.length(); i += LINE) {
            pem.append(key, i, Math.min(key.length(), i + LINE)).append('\n');
        }
        return pem.append("-----END PUBLIC KEY-----").toString();
    }

    /** MD5, as people know it from Jenkins and from old SSH clients; nothing rests on it. */
    private static String fingerprint(String key) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.ofDelimiter(":")
                    .formatHex(digest.digest(Base64.getDecoder().decode(key)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
