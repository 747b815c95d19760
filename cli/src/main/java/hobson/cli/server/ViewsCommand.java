package hobson.cli.server;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.ItemPath;
import hobson.client.ViewInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hobson views}. */
@Command(
        name = "views",
        description = "Lists the views of the server, or of a folder.",
        footer = {"Examples:", "  hobson views", "  hobson views team --json"})
public final class ViewsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "Whose; the server's when it is not said.")
    private String folder = "";

    public ViewsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var views =
                folder.isEmpty() ? session.hobson().views() : session.hobson().views(ItemPath.of(folder));
        new Table<ViewInfo>()
                .column("name", ViewInfo::name, view -> Style.BOLD)
                .column("kind", view -> view.kind().substring(view.kind().lastIndexOf('.') + 1))
                .column("jobs", view -> view.jobs().size())
                .column("description", ViewInfo::description)
                .column("url", ViewInfo::url)
                .print(session.terminal(), views.list(), "There are no views.");
        return ExitCode.FINE;
    }
}
