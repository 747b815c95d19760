package hobson.cli.definition;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson apply}: makes a server have what a directory says. */
@Command(
        name = "apply",
        description = {
            "Makes the server's jobs, folders, views and nodes what a directory says.",
            "",
            "Shows first what would change, and asks. Then all is done, or nothing: when one change fails, or somebody else"
                    + " has changed the same since, those before it are taken back.",
            "In the directory, jobs/team/app.xml is the config.xml of the job team/app, jobs/team.xml that of its folder"
                    + " (which may be missing), views/NAME.xml that of a view, nodes/NAME.xml that of a node. It says"
                    + " nothing about kinds whose folder is missing. Formatting, comments and the attribute 'plugin'"
                    + " are no change."
        },
        footer = {
            "Examples:",
            "  hobson apply definitions --plan",
            "  hobson apply definitions --prune --yes",
            "  hobson apply definitions --plan --exit-code --json"
        })
public final class ApplyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "The directory of definitions.")
    private Path directory = Path.of(".");

    @Option(names = "--plan", description = "Only shows what would change.")
    private boolean planOnly;

    @Option(names = "--exit-code", description = "With --plan: ends with 1 when something would change.")
    private boolean exitCode;

    @Option(
            names = "--prune",
            description = "Deletes what the directory does not have, of the kinds that it has a folder for.")
    private boolean prune;

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    public ApplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = session.environment().file(directory.toString());
        var live = new LiveDefinitions(session.hobson());
        var plan = Plan.of(new DefinitionDirectory(place).read(), live, prune);
        new PlanPrinter(session.terminal()).print(plan);
        if (plan.isNothing()) {
            return ExitCode.FINE;
        } else if (planOnly) {
            return exitCode ? ExitCode.DIFFERENT : ExitCode.FINE;
        } else if (!agreed()) {
            session.terminal().say("Nothing was changed.");
            return ExitCode.DIFFERENT;
        }
        perform(plan, live);
        return ExitCode.FINE;
    }

    private boolean agreed() {
        var terminal = session.terminal();
        if (!yes && !terminal.canAsk()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Nothing was changed: say --yes where nobody can be asked, or --plan to only look.");
        }
        return yes || terminal.confirm("Do that on " + session.profile() + "?");
    }

    private void perform(Plan plan, LiveDefinitions live) {
        var terminal = session.terminal();
        new Transaction(live, terminal::say).perform(plan.changes());
        terminal.say("Done: " + plan.changes().size() + " changes.");
    }
}
