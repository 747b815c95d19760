package hobson.http.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks over the declared places. */
final class Table {
    private final Map<String, RouteRow> rows = new LinkedHashMap<>();
    private final Set<Place> onTheWay = Collections.newSetFromMap(new IdentityHashMap<>());

    private Table() {}

    static List<RouteRow> rows(Place root) {
        var table = new Table();
        table.visit("", root, true);
        return List.copyOf(table.rows.values());
    }

    /** A circle of fallbacks would make a lookup endless. */
    static void check(Place root) {
        Set<Place> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayList<Place>(List.of(root));
        while (!open.isEmpty()) {
            var place = open.removeLast();
            if (!seen.add(place)) continue;
            checkFallbacks(place);
            place.edges().forEach(edge -> open.add(edge.target()));
            if (place.fallback() != null) open.add(place.fallback());
        }
    }

    private static void checkFallbacks(Place place) {
        Set<Place> chain = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var next = place; next != null; next = next.fallback()) {
            if (!chain.add(next)) throw new IllegalArgumentException("place " + place.name() + " falls back to itself");
        }
    }

    /** Of two actions for the same path the first is the one that answers; a fallback's index answers nobody. */
    private void visit(String prefix, Place place, boolean withIndex) {
        if (!onTheWay.add(place)) return;
        place.actions().forEach((token, action) -> {
            boolean own = token.isEmpty() || token.equals(Place.BARE);
            if (withIndex || !own) add(template(prefix, token), place, action);
        });
        for (var edge : place.edges()) {
            if (!edge.isAlias()) visit(prefix + String.join("/", edge.segments()) + "/", edge.target(), true);
        }
        if (place.fallback() != null) visit(prefix, place.fallback(), false);
        onTheWay.remove(place);
    }

    private static String template(String prefix, String token) {
        return token.equals(Place.BARE) ? prefix.substring(0, Math.max(0, prefix.length() - 1)) : prefix + token;
    }

    private void add(String template, Place place, Action action) {
        rows.putIfAbsent(template, new RouteRow(template, place.name(), action.options()));
    }
}
