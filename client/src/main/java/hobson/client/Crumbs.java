package hobson.client;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The crumb that a caller with a password, or without one, must send with what changes something, together with the session that it was given
 * for (security.md §6). Thread-safe; asked for once, and again when the server has forgotten it.
 */
final class Crumbs {
    static final String PATH = "crumbIssuer/api/json";

    private volatile @Nullable Crumb known;

    /**
     * @param field name of the header
     * @param cookies of the session; empty when there is none
     */
    record Crumb(String field, String value, String cookies) {
        static final Crumb NONE = new Crumb("", "", "");

        Call on(Call call) {
            if (field.isEmpty()) {
                return call;
            }
            var crumbed = call.with(field, value);
            return cookies.isEmpty() ? crumbed : crumbed.with("Cookie", cookies);
        }
    }

    /** The crumb that is known, or nothing. */
    Optional<Crumb> known() {
        return Optional.ofNullable(known);
    }

    /** What the issuer answered; 404 is a server without crumbs. */
    Crumb remember(Answer answer) {
        var crumb = Crumb.NONE;
        if (answer.status() == 200) {
            var json = answer.json();
            crumb = new Crumb(json.text("crumbRequestField"), json.text("crumb"), cookies(answer));
        }
        known = crumb;
        return crumb;
    }

    /** The server does not take it any more. */
    void forget(Crumb old) {
        if (old.equals(known)) {
            known = null;
        }
    }

    private static String cookies(Answer answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Set-Cookie"))
                .map(Map.Entry::getValue)
                .flatMap(java.util.List::stream)
                .map(cookie -> cookie.split(";", 2)[0].strip())
                .filter(cookie -> cookie.contains("="))
                .collect(Collectors.joining("; "));
    }
}
