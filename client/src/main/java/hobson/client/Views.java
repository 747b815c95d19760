package hobson.client;

import java.util.List;
import java.util.Map;

/** The views of the server, of a folder, of a user or of a nested view. */
public final class Views {
    private final Resource owner;

    Views(Resource owner) {
        this.owner = owner;
    }

    /** Those that the caller may see. */
    public List<ViewInfo> list() {
        return owner.tree("views[" + ViewInfo.TREE + "]")
                .each("views")
                .map(ViewInfo::of)
                .toList();
    }

    /** The names of those that the caller may see. */
    public List<String> names() {
        return owner.tree("views[name]")
                .each("views")
                .map(view -> view.text("name"))
                .toList();
    }

    /** A view, whether it exists or not. */
    public View view(String name) {
        return new View(owner.child("view/" + ItemPath.encoded(name) + "/"), name);
    }

    /**
     * Makes an empty view.
     *
     * @throws HobsonException.Conflict when there is one of that name
     */
    public View create(String name, ViewKind kind) {
        var json = JsonText.of(Map.of("name", name, "mode", kind.type()));
        owner.post("createView", Map.of("name", name, "mode", kind.type(), "json", json, "Submit", "OK"));
        return view(name);
    }

    /**
     * Makes a list of jobs.
     *
     * @throws HobsonException.Conflict when there is one of that name
     */
    public View create(String name, ListViewOptions options) {
        return create(name, options.document(name));
    }

    /**
     * Makes a view from its document.
     *
     * @throws HobsonException.Conflict when there is one of that name
     * @throws HobsonException.BadRequest when the document is none of a view; an older Jenkins answers {@link
     *     HobsonException.ServerFailure}
     */
    public View create(String name, String document) {
        owner.post("createView?name=" + ItemPath.encoded(name), Content.xml(document));
        return view(name);
    }

    /** Makes a view that is like another one. */
    public View copy(String from, String name) {
        owner.post("createView", Map.of("name", name, "mode", "copy", "from", from));
        return view(name);
    }
}
