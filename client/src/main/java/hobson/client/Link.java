package hobson.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Sends requests to where the server is: with the login, and on to where redirects lead, as far as that may go. Thread-safe. */
final class Link {
    private static final int MOST_REDIRECTS = 5;
    private static final String JSON_FIRST = "application/json, text/html;q=0.9, */*;q=0.8";

    private final Settings settings;
    private final Transport transport;
    private volatile @Nullable Boolean hobson;

    Link(Settings settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
    }

    /** The address of something below the server's own; nothing can lead out of that. */
    URI address(String path) {
        return URI.create(settings.url() + path);
    }

    /**
     * The answer after redirects. Those after a change are not followed: they only lead to the page that a browser would show then. But a server
     * that has moved has changed nothing, and is asked again where it is.
     */
    Streamed send(Call call) {
        var address = address(call.path());
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = transport.send(dressed(call, address), address);
            learn(answer);
            if (!Redirects.isOne(answer)) {
                return answer;
            }
            var target = Redirects.target(answer);
            boolean followed = call.reads() || Redirects.relocates(address, target) || answer.status() >= 307;
            if (!followed && !Redirects.asksForLogin(target)) {
                return answer;
            }
            answer.close();
            refuse(call, address, target, answer.status());
            address = target;
        }
        throw new HobsonException.UnexpectedAnswer(
                call.at(address(call.path())) + ": more than " + MOST_REDIRECTS + " redirects.", 0, null);
    }

    private static void refuse(Call call, URI from, URI to, int status) {
        if (Redirects.asksForLogin(to)) {
            throw new HobsonException.Unauthorized(call.at(from) + ": the server asks for a login.", status);
        }
        if (!call.reads() && !Redirects.mayKeepLogin(from, to)) {
            throw new HobsonException.UnexpectedAnswer(
                    call.at(from) + ": the server is at " + to.getScheme() + "://" + to.getRawAuthority()
                            + " now; use that address.",
                    status,
                    null);
        }
    }

    private Call dressed(Call call, URI address) {
        var dressed = call.headers().containsKey("Accept") ? call : call.with("Accept", JSON_FIRST);
        var login = settings.login();
        return login != null && Redirects.mayKeepLogin(settings.url(), address)
                ? dressed.with("Authorization", login.header())
                : dressed;
    }

    private void learn(Streamed answer) {
        if (answer.headers().firstValue("X-Hobson").isPresent()) {
            hobson = true;
        } else if (hobson == null && answer.headers().firstValue("X-Jenkins").isPresent()) {
            hobson = false;
        }
    }

    /** Whether the server is Hobson. Asks it when no answer has told yet. */
    boolean isHobson() {
        if (hobson == null) {
            try (var answer = send(Call.get("api/json?tree=mode"))) {
                if (hobson == null && answer.status() < 500) {
                    hobson = false;
                }
            }
        }
        return Boolean.TRUE.equals(hobson);
    }
}
