package hobson.engine.view;

import hobson.engine.BoundedMatch;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.view.View.Shape.Listed;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list view as a condition on items, ready to be asked often. */
record Selection(
        Set<String> keys,
        @Nullable Pattern pattern,
        @Nullable Boolean enabled) {

    /** With a pattern that is none the view selects its named items only. */
    static Selection of(Listed view, NamePatterns patterns) {
        var keys = view.names().stream().map(Selection::key).collect(Collectors.toUnmodifiableSet());
        var pattern =
                view.pattern() == null ? null : patterns.of(view.pattern()).orElse(null);
        return new Selection(keys, pattern, view.enabled());
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The name of the item as views of that folder call it. */
    static String relative(ItemPath path, @Nullable ItemPath folder) {
        return folder == null
                ? path.fullName()
                : path.fullName().substring(folder.fullName().length() + 1);
    }

    boolean selects(Item item, @Nullable ItemPath folder) {
        var name = relative(item.path(), folder);
        boolean listed = keys.contains(key(name)) || (pattern != null && BoundedMatch.matches(pattern, name));
        return listed && (enabled == null || !(item instanceof Job) || enabled == !item.disabled());
    }
}
