package hobson.remote.security;

import static java.lang.System.Logger.Level.INFO;

import hobson.http.Request;
import hobson.remote.page.JsonText;

/** The lines in the log by which an operator sees that somebody guesses passwords. */
final class FailedLogins {
    private static final System.Logger log = System.getLogger(FailedLogins.class.getName());
    private static final int LONGEST_NAME = 100;

    private FailedLogins() {}

    /** Quoted, and cut short: the name is whatever somebody sent. */
    static void log(Request request, String name) {
        var shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        log.log(
                INFO,
                "Wrong password or token for user " + JsonText.quoted(shown) + " from " + request.peer() + " ("
                        + JsonText.quoted(request.origin().client()) + ")");
    }
}
