package hobson.engine.view;

import hobson.engine.Refusal;
import hobson.engine.view.View.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The views of one place, and which of them it shows first. Immutable.
 *
 * @param chosen the name of the first one; null when nobody has chosen: then it is the first of the list
 */
public record ViewSet(List<View> views, @Nullable String chosen) {
    public static final ViewSet NONE = new ViewSet(List.of(), null);

    public ViewSet {
        views = List.copyOf(views);
    }

    /** Of a place where nobody has made any. */
    public static ViewSet onlyAll(String name) {
        return new ViewSet(List.of(View.of(name, new Shape.All())), null);
    }

    /** Letter case counts. */
    public Optional<View> find(String name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /** Empty only where there are no views, as in a new nested one. */
    public Optional<View> primary() {
        var named = chosen == null ? Optional.<View>empty() : find(chosen);
        return named.or(() -> views.stream().findFirst());
    }

    ViewSet with(View view) {
        var more = new ArrayList<>(views);
        more.add(view);
        return new ViewSet(more, chosen);
    }

    ViewSet without(String name) {
        return new ViewSet(
                views.stream().filter(view -> !view.name().equals(name)).toList(), chosen);
    }

    /** With another view in the place of that one, which may have another name. */
    ViewSet replacing(String name, View view) {
        var replaced = views.stream()
                .map(each -> each.name().equals(name) ? view : each)
                .toList();
        return new ViewSet(replaced, name.equals(chosen) ? view.name() : chosen);
    }

    /** With another set in the place of the one in the nested views of those names. */
    ViewSet within(List<String> names, UnaryOperator<ViewSet> change) {
        if (names.isEmpty()) {
            return change.apply(this);
        }
        var outer = find(names.getFirst()).orElseThrow(() -> Views.missing(names.getFirst()));
        if (!(outer.shape() instanceof Shape.Nested(var inner))) {
            throw Refusal.notFound("the view ‘" + outer.name() + "’ has no views");
        }
        return replacing(
                outer.name(), outer.shaped(new Shape.Nested(inner.within(names.subList(1, names.size()), change))));
    }
}
