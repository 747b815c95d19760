package hobson.engine.run;

import hobson.engine.time.Pace;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands of one build, one at a time; {@link #stop} is called by other threads. */
final class Commands {
    private static final System.Logger LOG = System.getLogger(Commands.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int VANISHED = -1;
    private static final Set<StandardOpenOption> WRITING = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Pace pace;
    private final Launcher launcher;
    private final Path folder;
    private final Path workspace;
    private final LogFile log;
    private final Map<String, String> marks;
    private final boolean fresh;
    private final Set<String> stoppedBy = new LinkedHashSet<>();
    private Launcher.@Nullable RunningProcess current;
    private volatile @Nullable MaskedOutput masked;
    private String step = "0";

    /**
     * @param marks what every process of the build carries
     * @param fresh whether nobody has begun the build before
     */
    Commands(
            Pace pace,
            Launcher launcher,
            Path folder,
            Path workspace,
            LogFile log,
            Map<String, String> marks,
            boolean fresh) {
        this.fresh = fresh;
        this.marks = marks;
        this.pace = pace;
        this.launcher = launcher;
        this.folder = folder;
        this.workspace = workspace;
        this.log = log;
    }

    /** The commands that follow belong to that step. Its lines are not printed again up to where it stood before a crash. */
    void enter(String step) {
        this.step = step;
        log.mute(isBegun(0));
    }

    private Path recordOf(int order) {
        return folder.resolve("step-" + step + "-" + order);
    }

    private Path scriptOf(int order) {
        return folder.resolve("step-" + step + "-" + order + ".sh");
    }

    /** Whether the execution that a crash cut short came to that command. */
    private boolean isBegun(int order) {
        return !fresh && Files.exists(scriptOf(order));
    }

    /** See {@link BuildContext#run}. */
    int run(int order, List<String> command, String script, Map<String, String> environment, boolean quietly)
            throws IOException, InterruptedException {
        var file = scriptOf(order);
        command.add(file.toString());
        if (!quietly && !isBegun(order)) {
            log.line("[" + workspace.getFileName() + "] $ " + String.join(" ", command));
        }
        if (fresh || !isLaunched(order)) {
            write(file, script.getBytes(StandardCharsets.UTF_8));
        }
        var mask = log.mask();
        var code = mask == null
                ? launched(order, command, environment, folder.resolve("log"))
                : masked(order, command, environment, mask);
        log.mute(isBegun(order + 1));
        if (code.isEmpty()) {
            log.line(
                    "FATAL: the command is gone and left no exit code: the machine was restarted, or it was killed from outside");
        }
        return code.orElse(VANISHED);
    }

    private OptionalInt launched(int order, List<String> command, Map<String, String> environment, Path output)
            throws IOException, InterruptedException {
        return awaited(launcher.launch(new Launcher.Order(recordOf(order), command, workspace, environment, output)));
    }

    private OptionalInt masked(int order, List<String> command, Map<String, String> environment, Mask mask)
            throws IOException, InterruptedException {
        try (var output = MaskedOutput.begin(folder, "step-" + step + "-" + order, log, mask)) {
            masked = output;
            return launched(order, command, environment, output.file());
        }
    }

    /** The server ends: what the command writes from now on is left to the next one. */
    void release() {
        var output = masked;
        if (output != null) {
            output.release();
        }
    }

    /** Whether something may be running the script: then it stays as it is, though the job may have another one by now. */
    private boolean isLaunched(int order) {
        return recordOf(order).toFile().length() > 0;
    }

    /** To its last byte or not at all: half a script may do anything. */
    private static void write(Path file, byte[] script) throws IOException {
        try (var out = FileChannel.open(file, WRITING, OWNER_ONLY)) {
            if (out.size() != script.length) {
                out.truncate(0);
                var rest = ByteBuffer.wrap(script);
                while (rest.hasRemaining()) {
                    out.write(rest); // a disk that is nearly full takes a part before it complains
                }
            }
        }
    }

    private OptionalInt awaited(Launcher.RunningProcess process) throws InterruptedException {
        synchronized (this) {
            current = process;
            if (!stoppedBy.isEmpty()) {
                end(process);
            }
        }
        var code = process.await();
        synchronized (this) {
            current = null;
        }
        throwIfStopped();
        return code;
    }

    synchronized void throwIfStopped() throws InterruptedException {
        if (!stoppedBy.isEmpty()) {
            throw new InterruptedException("stopped by " + stoppedBy);
        }
    }

    /** As {@link #stop}, for a stop that was asked for before a crash. */
    synchronized void stopped(String userId) {
        stoppedBy.add(userId);
    }

    synchronized List<String> stoppedBy() {
        return List.copyOf(stoppedBy);
    }

    synchronized void stop(String userId) {
        boolean first = stoppedBy.isEmpty();
        stoppedBy.add(userId);
        var process = current;
        if (first && process != null) {
            end(process);
        }
    }

    private void end(Launcher.RunningProcess process) {
        pace.begin("stop-" + folder.getFileName(), () -> {
            try {
                process.stop(GRACE, marks);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the processes of the build in " + folder + " could not be stopped", e);
            }
        });
    }
}
