package hobson.engine.view;

import java.util.List;

/**
 * The way to a view.
 *
 * @param names of the nested views that lead to it, and its own; none for the primary one
 */
public record ViewPath(ViewOwner owner, List<String> names) {
    public ViewPath {
        names = List.copyOf(names);
    }

    public static final ViewPath TOP = new ViewPath(new ViewOwner.Top(), List.of());

    /** The views that it is in: none for one that is in no other. */
    List<String> outer() {
        return names.isEmpty() ? names : names.subList(0, names.size() - 1);
    }

    public ViewPath child(String name) {
        var longer = new java.util.ArrayList<>(names);
        longer.add(name);
        return new ViewPath(owner, longer);
    }
}
