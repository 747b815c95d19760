package hobson.engine.view;

import hobson.engine.item.Folder;
import hobson.engine.item.ItemPath;
import hobson.engine.view.View.Shape;
import hobson.engine.view.View.Shape.Listed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of items in a view, and how they follow the items. */
record Names(Listed view) {

    Listed with(String name) {
        if (view.names().stream().anyMatch(listed -> isSame(listed, name))) {
            return view;
        }
        var more = new ArrayList<>(view.names());
        more.add(name);
        return view.naming(more);
    }

    Listed without(String name) {
        return view.naming(
                view.names().stream().filter(listed -> !isSame(listed, name)).toList());
    }

    private static boolean isSame(String one, String other) {
        return Selection.key(one).equals(Selection.key(other));
    }

    /** The views of a folder after an item of it has got another name, or has left the folder. */
    static ViewSet follow(ViewSet set, @Nullable Folder folder, ItemPath from, @Nullable ItemPath to) {
        var base = folder == null ? null : folder.path();
        var old = Selection.relative(from, base);
        var now = to == null || (base != null && !to.isWithin(base)) ? null : Selection.relative(to, base);
        return new ViewSet(
                set.views().stream()
                        .map(view -> view.shaped(follow(view.shape(), folder, from, to, old, now)))
                        .toList(),
                set.chosen());
    }

    private static Shape follow(
            Shape shape,
            @Nullable Folder folder,
            ItemPath from,
            @Nullable ItemPath to,
            String old,
            @Nullable String now) {
        return switch (shape) {
            case Listed listed -> listed.naming(renamed(listed.names(), old, now));
            case Shape.Nested(var views) -> new Shape.Nested(follow(views, folder, from, to));
            case Shape.All _, Shape.Mine _, Shape.Proxy _ -> shape;
        };
    }

    private static List<String> renamed(List<String> names, String old, @Nullable String now) {
        var renamed = new ArrayList<String>(names.size());
        for (var name : names) {
            if (!isSame(name, old)) {
                renamed.add(name);
            } else if (now != null) {
                renamed.add(now);
            }
        }
        return renamed;
    }
}
