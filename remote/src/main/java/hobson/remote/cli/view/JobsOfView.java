package hobson.remote.cli.view;

import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import hobson.engine.view.View.Shape;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.ViewPath;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.args4j.Argument;

/** {@code add-job-to-view} and {@code remove-job-from-view}: {@code VIEW JOB…}. */
final class JobsOfView implements Command {
    private final ViewEdits edits;
    private final ViewNames names;
    private final NamedItems items;
    private final Act act;

    @Argument(index = 0, metaVar = "VIEW", usage = "Name of the view", required = true)
    private String name = "";

    @Argument(index = 1, metaVar = "JOB", usage = "Names of the jobs", required = true, multiValued = true)
    private List<String> jobs = new ArrayList<>();

    JobsOfView(ViewEdits edits, ViewNames names, NamedItems items, Act act) {
        this.edits = edits;
        this.names = names;
        this.items = items;
        this.act = act;
    }

    /** What is done with each of them. */
    @FunctionalInterface
    interface Act {
        /** @param item from the top, with a slash before it */
        void on(Caller caller, ViewPath view, String item);
    }

    /** All jobs are found before the first one is listed. */
    @Override
    public int run(Terminal terminal) {
        var caller = terminal.caller();
        var found = names.find(caller, name);
        var paths = jobs.stream()
                .map(job -> "/" + items.item(caller, job).path().fullName())
                .toList();
        edits.require(caller, Permission.VIEW_CONFIGURE, found.path());
        if (!(found.view().shape() instanceof Shape.Listed)) {
            throw CommandFailure.state("'" + ViewNames.shown(found.view()) + "' view can not be modified directly");
        }
        paths.forEach(path -> act.on(caller, found.path(), path));
        return SUCCESS;
    }
}
