package hobson.remote.security;

import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Handler;
import hobson.http.Problem;
import hobson.remote.RouteGroup;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/**
 * Addresses that clients of Jenkins know and behind which this server has nothing of its own. Who may not use them there is told what
 * permission is missing, as there; the others are told plainly that it is not here.
 */
public final class NotOffered implements RouteGroup {
    private final Authorization authorization;
    private final Targets targets;

    public NotOffered(Authorization authorization, Targets targets) {
        this.authorization = authorization;
        this.targets = targets;
    }

    @Override
    public void addTo(Places places) {
        var root = places.root;
        var noScripts = refusing(Permission.ADMINISTER, "This server does not run scripts in itself");
        root.any("script", noScripts).any("scriptText", noScripts).any("eval", noScripts);
    }

    private Handler refusing(Permission permission, String sentence) {
        return request -> {
            authorization.require(targets.caller(request), permission);
            throw new Problem(501, sentence);
        };
    }
}
