package hobson.remote.security;

import hobson.engine.user.Authorization;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.session.SessionScope;
import java.util.List;
import java.util.Set;

/**
 * Lets nobody past who may not read anything here, except to what is open to all (security.md §3.4). Stands in front of the router,
 * so that what exists behind it cannot be guessed from answers.
 *
 * <p>Compares whole, decoded segments, never prefixes.
 */
final class ReadGate implements Filter {
    private static final Set<String> OPEN = Set.of(
            "404",
            "_404",
            "_404_simple",
            "accessDenied",
            "adjuncts",
            "assets",
            "buildByToken",
            "cli",
            "css",
            "error",
            "favicon.ico",
            "favicon.svg",
            "federatedLoginService",
            "generic-webhook-trigger",
            "git",
            "health",
            "images",
            "instance-identity",
            "jnlpJars",
            "login",
            "loginError",
            "logout",
            "oops",
            "robots.txt",
            "scripts",
            "securityRealm",
            "signup",
            "static-files",
            "tcpSlaveAgentListener",
            "whoAmI",
            "wsagents");

    private static final Set<String> AGENT_FILES = Set.of("jenkins-agent.jnlp", "slave-agent.jnlp");

    private final Authorization authorization;

    ReadGate(Authorization authorization) {
        this.authorization = authorization;
    }

    @Override
    public Response handle(Request request, Handler next) {
        var caller = Callers.of(request);
        if (isOpen(request) || authorization.allows(caller, Permission.READ)) {
            return next.handle(request);
        }
        if (caller.anonymous()) {
            SessionScope.of(request).orCreate(); // the login form, where this caller is sent, is for a session
        }
        throw new Denied(caller, Permission.READ);
    }

    private static boolean isOpen(Request request) {
        var tokens = withoutVersion(request.path().tokens());
        if (tokens.isEmpty()) {
            return false;
        }
        return (OPEN.contains(tokens.getFirst()) && !isUser(tokens)) || isAgentFile(request, tokens);
    }

    /** Behind {@code /securityRealm/user/ID} is what is behind {@code /user/ID}: it is for the same callers. */
    private static boolean isUser(List<String> tokens) {
        return tokens.size() > 1
                && tokens.getFirst().equals("securityRealm")
                && tokens.get(1).equals("user");
    }

    /** {@code /static/VERSION/x} is answered like {@code /x} (remote-api.md §7.1), so it is judged like it. */
    private static List<String> withoutVersion(List<String> tokens) {
        var rest = tokens;
        while (rest.size() > 2 && rest.getFirst().equals("static")) {
            rest = rest.subList(2, rest.size());
        }
        return rest;
    }

    private static boolean isAgentFile(Request request, List<String> tokens) {
        return tokens.size() == 3
                && tokens.getFirst().equals("computer")
                && AGENT_FILES.contains(tokens.get(2))
                && request.query().first("encrypt", "").equals("true");
    }
}
