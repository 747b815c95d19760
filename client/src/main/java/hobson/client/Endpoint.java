package hobson.client;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The address of a server as people write it.
 *
 * @param url ends with a slash; without login, query and fragment
 * @param login null when none is in it
 */
record Endpoint(URI url, @Nullable String login) {

    /** @throws IllegalArgumentException when that is no address of HTTP */
    static Endpoint of(String text) {
        var given = parsed(text.strip());
        var scheme = String.valueOf(given.getScheme()).toLowerCase(java.util.Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || given.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address of a server is like https://ci.example.com/, not \"" + withoutLogin(text) + "\".");
        }
        var path = given.getRawPath();
        var port = given.getPort() < 0 ? "" : ":" + given.getPort();
        var url = URI.create(scheme + "://" + given.getHost() + port + (path.endsWith("/") ? path : path + "/"));
        return new Endpoint(url, given.getUserInfo());
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + withoutLogin(text) + "\" is no address.");
        }
    }

    /** What is before an @ may be a secret. */
    private static String withoutLogin(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    Hobson applyTo(Function<URI, Hobson> connect) {
        var server = connect.apply(url);
        if (login == null || login.isEmpty()) {
            return server;
        }
        int colon = login.indexOf(':');
        return colon < 0 ? server : server.token(login.substring(0, colon), login.substring(colon + 1));
    }
}
