package hobson.remote.user;

import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.http.Request;
import hobson.http.route.Match;
import hobson.remote.security.Callers;

/** Finds the account that a path means. */
record FoundUsers(Users users, Authorization authorization) {
    private static final String ID = "user";

    /** For a caller who may see it. */
    User of(Request request) {
        var caller = Callers.of(request);
        authorization.require(caller, Permission.READ); // some of the addresses are open to all
        var id = Match.of(request).find(ID).orElseGet(() -> own(caller));
        return users.find(id).orElseThrow(() -> Refusal.notFound("There is no user " + id));
    }

    /** For the user itself and for administrators. */
    User ofOneself(Request request) {
        var user = of(request);
        users.requireSelfOrAdminister(Callers.of(request), user.id());
        return user;
    }

    boolean isOneself(Request request, User user) {
        return user.id().equals(Callers.of(request).userId());
    }

    boolean mayConfigure(Request request, User user) {
        return isOneself(request, user) || authorization.allows(Callers.of(request), Permission.ADMINISTER);
    }

    private String own(Caller caller) {
        if (!caller.anonymous()) {
            return caller.name();
        }
        if (authorization.secured()) {
            throw new Denied(caller, null);
        }
        throw Refusal.notFound("Nobody is logged in: security is off");
    }
}
