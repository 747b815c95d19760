package hobson.remote.cli.view;

import hobson.engine.Refusal;
import hobson.engine.item.ItemNames;
import hobson.engine.user.Permission;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.ViewPath;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;

/** {@code create-view [NAME]}: a view at the top from a document. */
final class CreateView implements Command {
    private final ViewEdits edits;
    private final ViewNames names;

    @Argument(metaVar = "NAME", usage = "Name of the view; the one that the document says when this is missing")
    private @Nullable String name;

    CreateView(ViewEdits edits, ViewNames names) {
        this.edits = edits;
        this.names = names;
    }

    @Override
    public int run(Terminal terminal) throws IOException {
        var caller = terminal.caller();
        edits.require(caller, Permission.VIEW_CREATE, ViewPath.TOP);
        var read = edits.read(caller, ViewPath.TOP, terminal.document());
        var view = read.named(checked(name == null ? read.name() : name));
        if (names.isTaken(view.name())) {
            throw CommandFailure.state("View '" + view.name() + "' already exists");
        }
        var _ = edits.create(caller, ViewPath.TOP, view);
        return SUCCESS;
    }

    private static String checked(String name) {
        try {
            return ItemNames.checked(name);
        } catch (Refusal refusal) {
            throw CommandFailure.argument("Invalid view name: " + refusal.getMessage());
        }
    }
}
