package hobson.parts.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.Refusal;
import hobson.engine.view.View;
import hobson.engine.view.View.Shape;
import hobson.engine.view.ViewFormat;
import hobson.engine.view.ViewSet;
import hobson.parts.document.Documents;
import hobson.parts.document.Escape;
import hobson.parts.document.Limits;
import java.util.List;

/** The format of the documents of views. */
public final class ViewDocuments implements ViewFormat {
    private static final String DECLARATION = "<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n";
    private static final List<String> ORDER =
            List.of("actions", "description", "displayName", "properties", "folderViews");

    private final Documents documents;

    public ViewDocuments(Limits limits) {
        this.documents = new Documents(limits);
    }

    @Override
    public View read(byte[] document) {
        var read = documents.read(document);
        return new ViewReader(read).read(read.root());
    }

    @Override
    public byte[] write(View view) {
        return (DECLARATION + new ViewWriter(new Escape(UTF_8, true), null).view("", view)).getBytes(UTF_8);
    }

    @Override
    public Shape blank(String kind) {
        return switch (kind) {
            case ViewReader.LIST -> Shape.Listed.EMPTY;
            case ViewReader.ALL -> new Shape.All();
            case ViewReader.MINE -> new Shape.Mine();
            case ViewReader.PROXY -> new Shape.Proxy("");
            case ViewReader.NESTED -> new Shape.Nested(ViewSet.NONE);
            default -> throw Refusal.badInput("No view type ‘" + kind + "’ is known");
        };
    }

    @Override
    public ViewSet readSet(byte[] document) {
        var read = documents.read(document);
        var root = read.root();
        return root.child("views")
                .map(views ->
                        new ViewReader(read).set(views, root.text("primaryView").orElse(null)))
                .orElse(ViewSet.NONE);
    }

    @Override
    public byte[] writeSet(ViewSet views) {
        var set = new ViewWriter(new Escape(UTF_8, true), null).set("  ", views, "primaryView");
        return (DECLARATION + "<viewSet>\n" + set + "</viewSet>").getBytes(UTF_8);
    }

    @Override
    public byte[] inFolder(byte[] document, ViewSet views) {
        var read = documents.read(document);
        var edit = read.edit();
        var owner = "<owner class=\"" + read.root().name() + "\" reference=\"../../../..\"/>";
        var set = new ViewWriter(edit.escape(), owner).set("    ", views, "primaryView");
        var element = "<folderViews class=\"com.cloudbees.hudson.plugins.folder.views.DefaultFolderViewHolder\">\n"
                + set + "    <tabBar class=\"hudson.views.DefaultViewsTabBar\"/>\n  </folderViews>";
        return edit.without("views")
                .without("primaryView")
                .element("folderViews", element, ORDER)
                .bytes();
    }
}
