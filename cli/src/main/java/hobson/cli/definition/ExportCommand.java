package hobson.cli.definition;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson export}: writes what a server has into a directory that {@code hobson apply} reads. */
@Command(
        name = "export",
        description = {
            "Writes the server's jobs, folders, views and nodes into a directory, as 'hobson apply' reads it.",
            "",
            "A file that means the same already is left as it is. Secrets in the documents are encrypted with the key of"
                    + " that server, and are worth nothing on another one."
        },
        footer = {
            "Examples:",
            "  hobson export definitions",
            "  hobson export definitions --only jobs --prune",
            "  hobson export definitions && hobson apply definitions --plan      # nothing to do"
        })
public final class ExportCommand implements Callable<Integer> {
    /** As they are called on the command line. */
    enum Part {
        jobs(Kind.ITEM),
        views(Kind.VIEW),
        nodes(Kind.NODE);

        private final Kind kind;

        Part(Kind kind) {
            this.kind = kind;
        }
    }

    private final Session session;

    @Parameters(paramLabel = "DIR", description = "The directory; it is made when it is missing.")
    private Path directory = Path.of(".");

    @Option(names = "--only", paramLabel = "KIND", description = "Only these: jobs, views or nodes. May be said again.")
    private List<Part> only = new ArrayList<>();

    @Option(names = "--prune", description = "Removes files of what the server does not have.")
    private boolean prune;

    public ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var target = new DefinitionDirectory(session.environment().file(directory.toString()));
        var live = new LiveDefinitions(session.hobson());
        int written = 0;
        int same = 0;
        int removed = 0;
        for (var kind : kinds()) {
            target.begin(kind);
            var documents = live.read(live.list(kind).keySet());
            for (var document : documents.entrySet()) {
                if (target.write(document.getKey(), document.getValue().text())) {
                    written++;
                } else {
                    same++;
                }
            }
            removed += prune ? removeOthers(target, kind, documents.keySet()) : 0;
        }
        new Fields()
                .with("written", written)
                .with("same", same)
                .with("removed", removed)
                .with("directory", directory)
                .print(session.terminal());
        return ExitCode.FINE;
    }

    private Set<Kind> kinds() {
        var kinds = EnumSet.noneOf(Kind.class);
        only.forEach(part -> kinds.add(part.kind));
        return kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds;
    }

    private static int removeOthers(DefinitionDirectory target, Kind kind, Set<Address> present) throws IOException {
        var others = new TreeSet<>(target.read().documents().keySet());
        others.removeIf(address -> address.kind() != kind || present.contains(address));
        for (var address : others.descendingSet()) {
            target.remove(address);
        }
        return others.size();
    }
}
