package hobson.remote.cli.view;

import hobson.engine.Expected;
import hobson.engine.user.Permission;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.Views;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.NamedCommand;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import java.util.List;

/** The commands about views. */
public final class ViewCommands implements CommandGroup {
    private final Views views;
    private final ViewEdits edits;
    private final ViewNames names;
    private final NamedItems items;

    public ViewCommands(Views views, ViewEdits edits, NamedItems items) {
        this.views = views;
        this.edits = edits;
        this.names = new ViewNames(views, edits);
        this.items = items;
    }

    @Override
    public List<NamedCommand> commands() {
        return List.of(
                new NamedCommand(
                        "create-view",
                        "Creates a view from the document on standard input.",
                        () -> new CreateView(edits, names)),
                ofOne("get-view", "Writes the document that defines a view to standard output.", this::get),
                ofOne("update-view", "Replaces the document of a view by the one on standard input.", this::update),
                new NamedCommand("delete-view", "Deletes views.", () -> new DeleteViews(edits, names)),
                ofJobs("add-job-to-view", "Adds jobs to a view.", edits::addItem),
                ofJobs("remove-job-from-view", "Takes jobs out of a view.", edits::removeItem));
    }

    private NamedCommand ofOne(String name, String summary, OneView.Act act) {
        return new NamedCommand(name, summary, () -> new OneView(names, act));
    }

    private NamedCommand ofJobs(String name, String summary, JobsOfView.Act act) {
        return new NamedCommand(name, summary, () -> new JobsOfView(edits, names, items, act));
    }

    private void get(ViewNames.Found found, Terminal terminal) throws IOException {
        terminal.out().write(views.document(terminal.caller(), found.path()));
    }

    private void update(ViewNames.Found found, Terminal terminal) throws IOException {
        edits.require(terminal.caller(), Permission.VIEW_CONFIGURE, found.path());
        var _ = edits.configure(terminal.caller(), found.path(), terminal.document(), Expected.ANYTHING);
    }
}
