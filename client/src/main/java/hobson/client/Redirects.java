package hobson.client;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/** Where an answer sends its caller, and what that means. */
final class Redirects {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    static boolean isOne(Streamed answer) {
        return STATUSES.contains(answer.status()) && !answer.header("Location").isEmpty();
    }

    /** @throws HobsonException.UnexpectedAnswer when there is no address of HTTP in it */
    static URI target(Streamed answer) {
        try {
            var target = answer.address().resolve(answer.header("Location"));
            boolean web = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
            if (web && target.getHost() != null) {
                return target;
            }
        } catch (IllegalArgumentException e) {
            // the same as any other address that is none
        }
        throw new HobsonException.UnexpectedAnswer(
                answer.address().getPath() + " redirects to something that is no address.", answer.status(), null);
    }

    /** Whether the whole server has moved, or wants to be spoken to in another scheme: the path is the same, the place is not. */
    static boolean relocates(URI from, URI to) {
        return !samePlace(from, to)
                && Objects.equals(from.getRawPath(), to.getRawPath())
                && Objects.equals(from.getRawQuery(), to.getRawQuery());
    }

    static boolean samePlace(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    /** Whether a login may be sent on: only to the same server, or to the same host when the connection becomes a secure one. */
    static boolean mayKeepLogin(URI from, URI to) {
        return samePlace(from, to)
                || (from.getHost().equalsIgnoreCase(to.getHost())
                        && from.getScheme().equalsIgnoreCase("http")
                        && to.getScheme().equalsIgnoreCase("https"));
    }

    /** Whether it is the page where people say who they are. */
    static boolean asksForLogin(URI to) {
        var path = String.valueOf(to.getPath());
        return path.endsWith("/login") || path.endsWith("/securityRealm/commenceLogin");
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
