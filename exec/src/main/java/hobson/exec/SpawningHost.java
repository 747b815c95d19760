package hobson.exec;

import static java.lang.System.Logger.Level.WARNING;

import hobson.engine.run.Launcher.Order;
import hobson.exec.Libc.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Linux with glibc on the usual processors: {@code posix_spawn}, and a lock that only the living hold.
 *
 * <p>An order's record is one file. Whoever may start the command holds its lock ({@code flock}, which belongs to the open file, not
 * to the process that opened it). The launcher takes the lock and hands the open file to the supervisor, then closes its own; the
 * supervisor keeps it open to its end and the command does not get it. Therefore
 *
 * <pre>{@code
 * lock    record            means
 * taken   -                 a launcher is about to start the command, in this moment: wait a little
 * taken   pid               it runs; the supervisor is the process pid
 * free    -                 it never ran: nobody holds the file that could still start it. Start it
 * free    pid               supervisor and machine did not live to see its end: vanished
 * any     pid, code         it ended with this code
 * }</pre>
 *
 * <p>A server that dies before {@code posix_spawn} frees the lock with nothing started; one that dies after it leaves the lock with
 * the new process. The supervisor writes its id before it starts the command, and does not start it if that fails. So no crash of
 * servers, of any number of them on the same folder, starts a command twice. The marks are not synced: after a power failure those
 * of the last seconds can be missing. A recycled process id and a rebooted machine are no danger, since locks do not outlive their
 * holders; the id is believed only of a process that has the record open as its file {@link Spawn#RECORD}.
 */
final class SpawningHost implements Host {
    private static final System.Logger LOG = System.getLogger(SpawningHost.class.getName());
    private static final Set<String> PROCESSORS = Set.of("amd64", "aarch64");
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final int KILL = 9;

    private final Libc libc;
    private final ProcessWatch watch;
    private volatile Supervisor supervisor;

    SpawningHost(Libc libc, ProcessWatch watch, Supervisor supervisor) {
        this.libc = libc;
        this.watch = watch;
        this.supervisor = supervisor;
    }

    /** Empty on systems whose numbers and structures are not the ones used here. */
    static Optional<Host> open() throws IOException {
        var known = System.getProperty("os.name").equals("Linux") && PROCESSORS.contains(System.getProperty("os.arch"));
        var libc = known ? Libc.find() : Optional.<Libc>empty();
        if (libc.isEmpty()) return Optional.empty();
        var supervisor = Supervisor.Compiled.load(libc.get()).orElseGet(Supervisor.Shell::new);
        return Optional.of(new SpawningHost(libc.get(), ProcessWatch.start(libc.get()), supervisor));
    }

    @Override
    public SupervisedProcess launch(Order order) throws IOException {
        var record = order.record();
        var start = System.nanoTime();
        do {
            try (var calls = new Calls(libc)) {
                var file = open(calls, record);
                try {
                    if (lock(calls, file, record)) {
                        return calls.isEmpty(file) ? start(calls, order, file) : over(record);
                    }
                } finally {
                    calls.close(file);
                }
            }
            var running = adopt(record);
            if (running.isPresent()) return running.get();
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        } while (System.nanoTime() - start < PATIENCE);
        throw new IOException("Another server holds " + record + " and does not start its command; stop that server.");
    }

    private static int open(Calls calls, Path record) throws IOException {
        var file = calls.openRecord(calls.text(record.toString()));
        if (file < 0) throw new IOException("Cannot open " + record + ": " + Failure.meaning(calls.error()) + ".");
        return file;
    }

    private static boolean lock(Calls calls, int file, Path record) throws IOException {
        if (calls.lock(file)) return true;
        if (calls.error() == Calls.RETRY) return false;
        throw new IOException("Cannot lock " + record + ": " + Failure.meaning(calls.error())
                + ". The server's home must be on a file system that has locks.");
    }

    private static SupervisedProcess over(Path record) throws IOException {
        return SupervisedProcess.ended(ProcessRecord.read(record).code());
    }

    /** Empty when no supervisor is known, or it ended in this moment. */
    private Optional<SupervisedProcess> adopt(Path record) throws IOException {
        var found = ProcessRecord.read(record);
        if (found.code().isPresent()) return Optional.of(SupervisedProcess.ended(found.code()));
        if (found.supervisor().isEmpty()) return Optional.empty();
        var pid = found.supervisor().getAsInt();
        if (!holds(pid, record)) return Optional.empty();
        var end = watch.end(pid).thenApply(_ -> ProcessRecord.orSilence(record).code());
        // looked at again: what is watched since is what held the record before
        return holds(pid, record) ? Optional.of(new SupervisedProcess(pid, end, this::killGroup)) : Optional.empty();
    }

    private static boolean holds(int pid, Path record) {
        try {
            return Files.isSameFile(Path.of("/proc/" + pid + "/fd/" + Spawn.RECORD), record);
        } catch (IOException _) {
            return false;
        }
    }

    private SupervisedProcess start(Calls calls, Order order, int record) throws IOException {
        var program = Program.find(order);
        var used = supervisor;
        var pid = new Spawn(calls).start(used, program, order, record);
        if (pid < 0 && used instanceof Supervisor.Compiled && Failure.isOfSupervisor(-pid, order)) {
            LOG.log(
                    WARNING,
                    "The supervisor cannot be run here ({0}); /bin/sh does its work, more slowly.",
                    Failure.meaning(-pid));
            supervisor = new Supervisor.Shell();
            pid = new Spawn(calls).start(supervisor, program, order, record);
        }
        if (pid < 0) throw Failure.of(-pid, order);
        return watched(pid, order.record());
    }

    private SupervisedProcess watched(int pid, Path record) {
        var end = watch.end(pid).thenApply(_ -> reap(pid, record));
        return new SupervisedProcess(pid, end, this::killGroup);
    }

    /** The supervisor's own exit code saves a look at the record. */
    private OptionalInt reap(int pid, Path record) {
        try (var calls = new Calls(libc)) {
            var status = calls.reap(pid);
            var exited = status >= 0 && (status & 0x7f) == 0;
            var code = status >> 8;
            return exited && code != Supervisor.UNCERTAIN
                    ? OptionalInt.of(code)
                    : ProcessRecord.orSilence(record).code();
        }
    }

    private void killGroup(int supervisor) {
        try (var calls = new Calls(libc)) {
            calls.call(Function.KILL, -supervisor, KILL);
        }
    }

    @Override
    public void close() {
        watch.close();
        if (supervisor instanceof Supervisor.Compiled(int file)) {
            try (var calls = new Calls(libc)) {
                calls.call(Function.CLOSE, file);
            }
        }
    }
}
