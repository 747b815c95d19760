package hobson.client;

/** What a new view can be. Any other is made from its document. */
public enum ViewKind {
    /** Shows the jobs that it is told, and those whose names match. */
    LIST("hudson.model.ListView"),
    /** Shows everything. */
    ALL("hudson.model.AllView"),
    /** Shows what whoever looks may configure. */
    MINE("hudson.model.MyView"),
    /** Shows views; with the plug-in for it. */
    NESTED("hudson.plugins.nested_view.NestedView");

    private final String type;

    ViewKind(String type) {
        this.type = type;
    }

    /** As the server names it. */
    String type() {
        return type;
    }
}
