package hobson.cli.server;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.QueueItem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hobson queue}. */
@Command(
        name = "queue",
        description = "Lists what waits to be built, and why it waits.",
        footer = {"Examples:", "  hobson queue", "  hobson queue --json", "  hobson cancel 4711"})
public final class QueueCommand implements Callable<Integer> {
    private final Session session;

    public QueueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        new Table<QueueItem>()
                .column("id", QueueItem::id, item -> Style.BOLD)
                .column("job", item -> item.job().names().isEmpty() ? item.name() : item.job())
                .column("since", QueueItem::since)
                .column("stuck", QueueItem::isStuck, item -> item.isStuck() ? Style.RED : Style.PLAIN)
                .column("why", QueueItem::why)
                .print(session.terminal(), session.hobson().queue().items(), "Nothing waits.");
        return ExitCode.FINE;
    }
}
