package hobson.remote.api;

import hobson.engine.Refusal;
import hobson.http.Request;
import hobson.http.route.Match;
import java.util.Set;

/** How addresses call the built-in node (remote-api.md §7.2). */
public final class BuiltIn {
    /** The second one is of old versions of Jenkins; the others are its display names, new and old, which clients take for its name. */
    private static final Set<String> NAMES = Set.of("(built-in)", "(master)", "Built-In Node", "master");

    private BuiltIn() {}

    /** @throws Refusal {@code NOT_FOUND} when the path names another node */
    public static void require(Request request) {
        var name = Match.of(request).capture("computer");
        if (!NAMES.contains(name)) throw Refusal.notFound("there is no node " + name);
    }
}
