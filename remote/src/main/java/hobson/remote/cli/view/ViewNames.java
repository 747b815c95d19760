package hobson.remote.cli.view;

import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.view.View;
import hobson.engine.view.View.Shape;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;
import hobson.engine.view.Views;
import hobson.remote.cli.CommandFailure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the views that arguments name: those at the top, and with slashes those in nested ones ({@code cli.md §6}). */
final class ViewNames {
    private static final Pattern SLASHES = Pattern.compile("/+");
    private static final String TOP = "Jenkins";
    private static final String ALL = "all";

    private final Views views;
    private final ViewEdits edits;

    ViewNames(Views views, ViewEdits edits) {
        this.views = views;
        this.edits = edits;
    }

    /** A view, and the way to it. */
    record Found(ViewPath path, View view) {
        boolean isNested() {
            return path.names().size() > 1;
        }
    }

    Found find(Caller caller, String argument) {
        var names =
                SLASHES.splitAsStream(argument).filter(name -> !name.isEmpty()).toList();
        if (names.isEmpty()) {
            throw CommandFailure.argument("View name is empty");
        }
        return find(caller, names);
    }

    private Found find(Caller caller, List<String> names) {
        var found = step(caller, ViewPath.TOP, names.getFirst(), TOP);
        for (var name : names.subList(1, names.size())) {
            if (!(found.view().shape() instanceof Shape.Nested)) {
                throw CommandFailure.state(found.view().name() + " view can not contain views");
            }
            found = step(caller, found.path(), name, found.view().name());
        }
        return found;
    }

    private Found step(Caller caller, ViewPath parent, String name, String parentName) {
        var path = parent.child(name);
        var view = views.find(path).orElse(null);
        if (view == null) {
            edits.require(caller, Permission.VIEW_READ, parent); // who may not read views is not told which there are
            throw CommandFailure.argument("No view named " + name + " inside view " + parentName);
        }
        if (!views.isVisible(caller, parent.owner(), view)) {
            throw new Denied(caller, Permission.VIEW_READ);
        }
        return new Found(parent.child(view.name()), view);
    }

    /** Refuses to delete what the place of the view does not let go. */
    void requireDeletable(Found found) {
        if (!found.isNested() && primary().filter(found.view()::equals).isPresent()) {
            throw CommandFailure.state(
                    TOP + " does not allow to delete '" + found.view().name() + "' view");
        }
    }

    private Optional<View> primary() {
        return views.of(new ViewOwner.Top()).primary();
    }

    boolean isTaken(String name) {
        return views.inside(ViewPath.TOP).find(name).isPresent();
    }

    /** What people call the view. */
    static String shown(View view) {
        return view.shape() instanceof Shape.All && view.name().equals(ALL) ? "All" : view.name();
    }
}
