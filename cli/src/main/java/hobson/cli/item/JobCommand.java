package hobson.cli.item;

import hobson.cli.definition.DocumentText;
import hobson.cli.diff.Difference;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Fields;
import hobson.client.HobsonException;
import hobson.client.ItemPath;
import hobson.client.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hobson job}: one job or folder, by its document. */
@Command(
        name = "job",
        description = "Reads, writes, copies, compares and deletes jobs and folders.",
        footer = {
            "Examples:",
            "  hobson job get team/deploy > deploy.xml",
            "  hobson job diff team/deploy deploy.xml",
            "  hobson job put team/deploy deploy.xml",
            "  hobson job copy team/deploy team/deploy-2",
            "  hobson job delete team/old --yes"
        })
public final class JobCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public JobCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command: get, put, copy, diff or delete");
    }

    @Command(description = "Prints its config.xml.")
    int get(
            @Parameters(paramLabel = "JOB", description = "Its full name.") String name,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "Writes it there.")
                    @Nullable
                    String output)
            throws IOException {
        var document = session.job(name).config();
        if (session.terminal().json()) {
            new Fields()
                    .with("name", name)
                    .with("version", document.version())
                    .with("config", document.text())
                    .print(session.terminal());
        } else if (output != null) {
            Files.write(session.environment().file(output), DocumentText.bytes(document.text()));
        } else {
            session.terminal().out().write(DocumentText.bytes(document.text()));
        }
        return ExitCode.FINE;
    }

    @Command(
            description = {
                "Makes it what a document says; creates it when it is missing.",
                "The same document again changes nothing."
            })
    int put(@Mixin WantedDocument wanted) throws IOException {
        var text = wanted.read(session);
        DocumentText.plain(text);
        var job = session.job(wanted.name());
        session.terminal().say(wanted.name() + " " + put(job, text) + ".");
        return ExitCode.FINE;
    }

    private String put(Job job, String text) {
        try {
            var present = job.config();
            if (present.text().equals(text)) {
                return "is so already: nothing to do";
            }
            job.update(present.withText(text));
            return "changed";
        } catch (HobsonException.NotFound e) {
            var folder = job.path().parent().orElse(ItemPath.ROOT);
            session.hobson().folder(folder).jobs().create(job.path().name().orElse(""), text);
            return "created";
        }
    }

    @Command(description = "Makes one that is like another, without its builds.")
    int copy(
            @Parameters(paramLabel = "JOB", description = "The full name of the other.") String from,
            @Parameters(paramLabel = "NAME", description = "The full name of the new one.") String to) {
        var target = ItemPath.of(to);
        session.hobson()
                .folder(target.parent().orElse(ItemPath.ROOT))
                .jobs()
                .copy(ItemPath.of(from), target.name().orElse(""));
        session.terminal().say(to + " created.");
        return ExitCode.FINE;
    }

    @Command(
            description = {
                "Shows what 'put' would change; ends with 1 when there is a difference.",
                "Formatting, comments and the attribute 'plugin' are none."
            })
    int diff(@Mixin WantedDocument wanted) throws IOException {
        var document = DocumentText.plain(wanted.read(session));
        var present = DocumentText.plain(session.job(wanted.name()).config().text());
        var difference = Difference.between(present, document);
        if (session.terminal().json()) {
            new Fields()
                    .with("name", wanted.name())
                    .with("different", !difference.isNone())
                    .with("difference", difference.text())
                    .print(session.terminal());
        } else {
            difference.print(session.terminal(), "");
        }
        return difference.isNone() ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    @Command(description = "Deletes jobs and folders, with everything in them and all builds.")
    int delete(
            @Parameters(paramLabel = "JOB", arity = "1..*", description = "Their full names.") List<String> names,
            @Option(
                            names = {"-y", "--yes"},
                            description = "Does not ask.")
                    boolean yes) {
        var terminal = session.terminal();
        if (!yes && !terminal.canAsk()) {
            throw new CommandFailure(ExitCode.USAGE, "Nothing was deleted: say --yes where nobody can be asked.");
        } else if (!yes && !terminal.confirm("Delete " + String.join(", ", names) + " with all builds?")) {
            return ExitCode.DIFFERENT;
        }
        for (var name : names) {
            session.job(name).delete();
            terminal.say(name + " deleted.");
        }
        return ExitCode.FINE;
    }
}
