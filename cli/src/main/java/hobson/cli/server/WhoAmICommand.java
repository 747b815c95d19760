package hobson.cli.server;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Fields;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hobson whoami}. */
@Command(
        name = "whoami",
        description = "Shows whom the server takes you for.",
        footer = {"Examples:", "  hobson whoami", "  hobson whoami --json --profile work"})
public final class WhoAmICommand implements Callable<Integer> {
    private final Session session;

    public WhoAmICommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var caller = session.hobson().server().whoAmI();
        new Fields()
                .with("user", caller.name())
                .with("anonymous", caller.isAnonymous())
                .with("authorities", caller.authorities())
                .with("server", session.hobson().url())
                .print(session.terminal());
        return ExitCode.FINE;
    }
}
