package hobson.remote.cli.view;

import hobson.engine.user.Permission;
import hobson.engine.view.ViewEdits;
import hobson.remote.cli.Command;
import hobson.remote.cli.Several;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.args4j.Argument;

/** {@code delete-view VIEW…}. */
final class DeleteViews implements Command {
    private final ViewEdits edits;
    private final ViewNames names;

    @Argument(metaVar = "VIEW", usage = "Names of the views to delete", required = true, multiValued = true)
    private List<String> views = new ArrayList<>();

    DeleteViews(ViewEdits edits, ViewNames names) {
        this.edits = edits;
        this.names = names;
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        return Several.each(views, terminal, name -> delete(terminal, name));
    }

    private void delete(Terminal terminal, String name) {
        var found = names.find(terminal.caller(), name);
        edits.require(terminal.caller(), Permission.VIEW_DELETE, found.path());
        names.requireDeletable(found);
        edits.delete(terminal.caller(), found.path());
    }
}
