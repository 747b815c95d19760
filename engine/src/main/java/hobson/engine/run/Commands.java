package hobson.engine.run;

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
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Launcher launcher;
    private final Path folder;
    private final Path workspace;
    private final LogFile log;
    private final Set<String> stoppedBy = new LinkedHashSet<>();
    private Launcher.@Nullable RunningProcess current;
    private int step;

    Commands(Launcher launcher, Path folder, Path workspace, LogFile log) {
        this.launcher = launcher;
        this.folder = folder;
        this.workspace = workspace;
        this.log = log;
    }

    /** The commands that follow belong to that step. Its lines are not printed again up to where it stood before a crash. */
    void enter(int step) {
        this.step = step;
        log.mute(Files.exists(folderOf(0)));
    }

    private Path folderOf(int order) {
        return folder.resolve("step-" + step + "-" + order);
    }

    /** See {@link BuildContext#run}. */
    int run(int order, List<String> command, String script, Map<String, String> environment)
            throws IOException, InterruptedException {
        var mine = folderOf(order);
        var file = mine.resolve("script.sh");
        command.add(file.toString());
        if (!Files.exists(mine)) {
            log.line("[" + workspace.getFileName() + "] $ " + String.join(" ", command));
            Files.createDirectory(mine, OWNER_ONLY);
            write(file, script);
        }
        var logPath = folder.resolve("log");
        var process = launcher.launch(new Launcher.Order(mine, command, workspace, environment, logPath));
        var code = awaited(process, BuildEnvironment.marks(environment));
        log.mute(Files.exists(folderOf(order + 1)));
        if (code.isEmpty()) {
            log.line(
                    "FATAL: the command is gone and left no exit code: the machine was restarted, or it was killed from outside");
        }
        return code.orElse(VANISHED);
    }

    private static void write(Path file, String script) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(script.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private OptionalInt awaited(Launcher.RunningProcess process, Map<String, String> marks)
            throws InterruptedException {
        synchronized (this) {
            current = process;
            if (!stoppedBy.isEmpty()) {
                end(process, marks);
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

    synchronized void stop(String userId, Map<String, String> marks) {
        boolean first = stoppedBy.isEmpty();
        stoppedBy.add(userId);
        var process = current;
        if (first && process != null) {
            end(process, marks);
        }
    }

    private void end(Launcher.RunningProcess process, Map<String, String> marks) {
        Thread.ofVirtual().name("stop-" + folder.getFileName()).start(() -> {
            try {
                process.stop(GRACE, marks);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the processes of the build in " + folder + " could not be stopped", e);
            }
        });
    }
}
