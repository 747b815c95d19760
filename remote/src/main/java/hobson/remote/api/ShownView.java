package hobson.remote.api;

import hobson.engine.item.PathSegments;
import hobson.engine.view.View;
import hobson.engine.view.View.Shape;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;

/**
 * A view in one answer.
 *
 * @param path to it, with its name
 * @param primary the one that its owner shows first: its address is the owner's
 */
public record ShownView(ViewPath path, View view, boolean primary) {

    public ViewOwner owner() {
        return path.owner();
    }

    /** What the API says it is. */
    public String className() {
        return switch (view.shape()) {
            case Shape.All _ -> "hudson.model.AllView";
            case Shape.Mine _ -> "hudson.model.MyView";
            case Shape.Proxy _ -> "hudson.model.ProxyView";
            case Shape.Nested _ -> "hudson.plugins.nested_view.NestedView";
            case Shape.Listed _ -> "hudson.model.ListView";
        };
    }

    /** Below the root, percent-encoded, with a slash at the end; that of its owner for a primary one. */
    public String address() {
        var address = new StringBuilder(address(owner()));
        if (!primary) {
            path.names()
                    .forEach(name -> address.append("view/")
                            .append(PathSegments.encode(name))
                            .append('/'));
        }
        return address.toString();
    }

    private static String address(ViewOwner owner) {
        return switch (owner) {
            case ViewOwner.Top _ -> "";
            case ViewOwner.Inside(var folder) -> folder.path().url();
            case ViewOwner.Person(var id) -> "user/" + PathSegments.encode(id) + "/my-views/";
        };
    }

    /** As people read it. */
    public String title() {
        return view.name().equals("all") && view.shape() instanceof Shape.All ? "All" : view.name();
    }
}
