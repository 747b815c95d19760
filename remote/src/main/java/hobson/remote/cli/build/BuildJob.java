package hobson.remote.cli.build;

import hobson.engine.item.Job;
import hobson.engine.queue.Submission;
import hobson.remote.cli.Command;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code build JOB} ({@code cli.md §7.2}). */
final class BuildJob implements Command {
    static final String SUMMARY = "Starts a build, and waits for its start or its end if that is wanted.";
    private static final int INTERRUPTED = 125;

    private final NamedItems items;
    private final Asking asking;
    private final Waiting waiting;

    @Argument(metaVar = "JOB", usage = "Name of the job to build", required = true)
    private String name = "";

    @Option(
            name = "-f",
            usage = "Waits like -s for the end of the build; the build goes on when this command is interrupted")
    private boolean follow;

    @Option(
            name = "-s",
            usage =
                    "Waits for the end of the build, whose result is the exit code; aborts the build when this command is interrupted")
    private boolean untilEnd;

    @Option(name = "-w", usage = "Waits for the start of the build")
    private boolean untilStart;

    @Option(name = "-c", usage = "Looks for changes in the job's sources, and builds nothing when there are none")
    private boolean ifChanged;

    @Option(name = "-p", usage = "A parameter of the build, as key=value")
    private Map<String, @Nullable String> parameters = new LinkedHashMap<>();

    @Option(name = "-v", usage = "Shows the console of the build, with -s or -f")
    private boolean console;

    /** How often to look for the console. It is waited for in any case. */
    @Option(name = "-r")
    int retries = 10;

    BuildJob(NamedItems items, Asking asking, Waiting waiting) {
        this.items = items;
        this.asking = asking;
        this.waiting = waiting;
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        var job = items.job(terminal.caller(), name);
        var submission = asking.ask(new Asking.Wish(job, parameters, ifChanged, console), terminal);
        return submission.isEmpty() ? SUCCESS : follow(job, submission.get(), terminal);
    }

    private int follow(Job job, Submission submission, Terminal terminal) throws IOException, InterruptedException {
        if (!untilStart && !untilEnd && !follow) {
            return SUCCESS;
        }
        try {
            var build = waiting.awaitStart(job, submission, terminal);
            return untilEnd || follow ? waiting.awaitEnd(build, console, terminal) : SUCCESS;
        } catch (InterruptedException e) {
            if (follow) {
                return INTERRUPTED;
            }
            if (untilEnd) {
                waiting.takeBack(terminal.caller(), job, submission);
            }
            throw e;
        }
    }
}
