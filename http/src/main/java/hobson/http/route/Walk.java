package hobson.http.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One path on its way through the table: a few hash lookups, no expression and no copy of the path. */
final class Walk {
    private final List<String> tokens;
    private final boolean slashed;
    private final String method;
    private final Captures captures = new Captures();
    private Place place;
    private int start;
    private int at;

    Walk(Place root, List<String> tokens, boolean slashed, String method) {
        this.place = root;
        this.tokens = tokens;
        this.slashed = slashed;
        this.method = method;
    }

    Decision decide() {
        @Nullable Decision decision = null;
        while (decision == null) {
            decision = at == tokens.size() ? arrived() : next(tokens.get(at));
        }
        return decision;
    }

    private Decision arrived() {
        if (!slashed) return bare();
        var index = place.actions().get("");
        var decision = index == null ? null : act(index, at);
        return decision == null ? lost() : decision;
    }

    private Decision bare() {
        var action = place.actions().get(Place.BARE);
        var route = action == null ? null : action.find(method);
        return route == null ? new Decision.Slash(place, match(at)) : new Decision.Found(route, match(at));
    }

    /** One step; null when it led to another place. */
    private @Nullable Decision next(String token) {
        if (follow(place.literal(token))) return null;
        var action = token.isEmpty() ? null : place.actions().get(token);
        var decision = action == null ? null : act(action, at + 1);
        if (decision != null) return decision;
        if (follow(place.capturing())) return null;
        var other = place.fallback();
        if (other == null) return lost();
        place = other;
        return null;
    }

    private boolean follow(List<Edge> edges) {
        for (var edge : edges) {
            if (edge.matches(tokens, at)) {
                edge.capture(tokens, at, captures);
                at += edge.length();
                if (edge.isAlias()) start = at;
                place = edge.target();
                return true;
            }
        }
        return false;
    }

    /** What an action does with this method; null when it is as if it were not there. */
    private @Nullable Decision act(Action action, int rest) {
        var route = action.find(method);
        if (route == null) {
            if (action.isHiddenOtherwise()) return null;
            return new Decision.WrongMethod(action.methods(), action.otherwise(), match(rest));
        }
        boolean last = rest == tokens.size() && !slashed;
        if (route.isLeaf() && !last) return null;
        return new Decision.Found(route, match(rest));
    }

    private Decision lost() {
        return new Decision.Lost(place.notFound(), match(at));
    }

    private Match match(int rest) {
        return new Match(place, captures, tokens, start, at, rest);
    }
}
