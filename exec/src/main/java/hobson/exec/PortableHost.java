package hobson.exec;

import hobson.engine.run.Launcher.Order;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Any system with {@code /bin/sh}: the JVM's own way to start processes, slower by half than {@link SpawningHost}.
 *
 * <p>Here the record itself is the lock: a supervisor makes it, or finds it made and does nothing. Whichever of two supervisors is
 * first runs the command, so a server that starts one without knowing of another does no harm. The id in the record is believed of
 * a process whose command line names the record. A session of its own needs the program {@code setsid}; without it the command
 * stays in the server's.
 */
final class PortableHost implements Host {
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final String SCRIPT = Supervisor.Shell.CATCH
            + "(set -C; echo $$ >\"$0\") 2>/dev/null || exit 125; "
            + "(exec \"$@\" 2>&1); code=$?; echo $code >>\"$0\"; exit $code";

    /** In the words of the JVM, which differ between its versions. */
    private static final Pattern ERROR = Pattern.compile("error[=:] ?([0-9]{1,3})");

    private final List<String> newSession;

    /** @param newSession what to put before a command so that it gets a session of its own, if anything */
    PortableHost(List<String> newSession) {
        this.newSession = newSession;
    }

    static Host open() {
        var setsid = List.of("/usr/bin/setsid", "/bin/setsid").stream()
                .filter(program -> Files.isExecutable(Path.of(program)))
                .limit(1)
                .toList();
        return new PortableHost(setsid);
    }

    @Override
    public SupervisedProcess launch(Order order) throws IOException {
        var record = order.record().toAbsolutePath();
        if (Files.exists(record)) return find(record);
        var process = start(order, record);
        var said = firstWords(record, process);
        if (said.supervisor().orElse(-1) != process.pid()) {
            if (Files.exists(record)) return find(record); // another was first
            throw new IOException("Cannot write " + record + ".");
        }
        return supervised(process.toHandle(), record);
    }

    private Process start(Order order, Path record) throws IOException {
        var command = new ArrayList<>(newSession);
        command.addAll(List.of("/bin/sh", "-c", SCRIPT, record.toString(), Program.find(order)));
        command.addAll(order.command().subList(1, order.command().size()));
        var builder = new ProcessBuilder(command)
                .directory(order.workingDirectory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.appendTo(order.log().toFile()))
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        try {
            builder.environment().putAll(order.environment());
            return builder.start();
        } catch (IllegalArgumentException wrongName) {
            throw new IOException("A variable cannot be called so: " + wrongName.getMessage(), wrongName);
        } catch (IOException failed) {
            var number = ERROR.matcher(String.valueOf(failed.getMessage()));
            throw Failure.of(number.find() ? Integer.parseInt(number.group(1)) : 0, order);
        }
    }

    private static ProcessRecord firstWords(Path record, Process process) throws IOException {
        while (true) {
            var ended = !process.isAlive();
            var said = ProcessRecord.read(record);
            if (ended || said.supervisor().isPresent()) return said;
            rest();
        }
    }

    private static SupervisedProcess find(Path record) throws IOException {
        for (var start = System.nanoTime(); System.nanoTime() - start < PATIENCE; rest()) {
            var found = ProcessRecord.read(record);
            if (found.code().isPresent()) return SupervisedProcess.ended(found.code());
            if (found.supervisor().isEmpty()) continue; // made in this moment, or the machine went down in it
            var running = ProcessHandle.of(found.supervisor().getAsInt()).filter(process -> serves(process, record));
            if (running.isPresent()) return supervised(running.get(), record);
            return SupervisedProcess.ended(ProcessRecord.read(record).code());
        }
        return SupervisedProcess.ended(OptionalInt.empty());
    }

    private static boolean serves(ProcessHandle process, Path record) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(record.toString()))
                .isPresent();
    }

    private static SupervisedProcess supervised(ProcessHandle process, Path record) {
        var end =
                process.onExit().thenApply(_ -> ProcessRecord.orSilence(record).code());
        return new SupervisedProcess((int) process.pid(), end, _ -> process.destroyForcibly());
    }

    private static void rest() {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }

    @Override
    public void close() {
        // nothing is kept
    }
}
