package hobson.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the server and the limits of the machine in one run, and prints one table. */
public final class Bench {
    private static final int BAD_COMMAND = 2;
    private static final String USAGE = "usage: bench/run [--quick] [start|read|trigger|build|console|test ...]";

    private final Workshop workshop;
    private final Scale scale;
    private final PrintStream progress;

    private Bench(Workshop workshop, Scale scale, PrintStream progress) {
        this.workshop = workshop;
        this.scale = scale;
        this.progress = progress;
    }

    /** Arguments: the program that starts the server, {@code --quick}, and the groups that are wanted (all when there is none). */
    public static void main(String[] arguments) throws IOException {
        var program = Path.of(arguments[0]).toAbsolutePath();
        var wanted = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        boolean quick = wanted.remove("--quick");
        if (!Group.NAMES.containsAll(wanted)) {
            System.err.println(USAGE);
            System.exit(BAD_COMMAND);
        }
        var folder = Files.createTempDirectory("hobson-bench");
        try (var workshop = new Workshop(folder, program)) {
            var bench = new Bench(workshop, quick ? Scale.QUICK : Scale.FULL, System.err);
            System.out.print(new Table(bench.rows(wanted.isEmpty() ? Group.NAMES : wanted)).markdown());
        }
    }

    /** What can be measured by itself. */
    private enum Group {
        START,
        READ,
        TRIGGER,
        BUILD,
        CONSOLE,
        TEST;

        static final List<String> NAMES =
                List.of(values()).stream().map(Group::word).toList();

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private List<Row> rows(List<String> wanted) throws IOException {
        var rows = new ArrayList<Row>();
        for (var group : Group.values()) {
            if (wanted.contains(group.word())) {
                progress.println("measuring: " + group.word());
                var measured = rows(group);
                measured.forEach(row -> progress.println("  " + row));
                rows.addAll(measured);
            }
        }
        return rows;
    }

    private List<Row> rows(Group group) throws IOException {
        return switch (group) {
            case START -> new StartMeasures(workshop, scale).rows();
            case READ -> new ReadMeasures(workshop, scale).rows();
            case TRIGGER -> new TriggerMeasures(workshop, scale).rows();
            case BUILD -> new BuildMeasures(workshop, scale).rows();
            case CONSOLE -> new ConsoleMeasures(workshop, scale).rows();
            case TEST -> new TestServerMeasures(scale).rows();
        };
    }
}
