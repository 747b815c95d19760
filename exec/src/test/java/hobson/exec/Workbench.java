package hobson.exec;

import hobson.engine.run.Launcher.Order;
import hobson.engine.run.Launcher.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** A folder with orders in it, and a launcher for them. */
final class Workbench implements AutoCloseable {
    static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();

    final Path folder;
    final LocalLauncher launcher;

    Workbench(Path folder, LocalLauncher launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    Order order(String name, Map<String, String> environment, String... command) {
        return new Order(folder.resolve(name), List.of(command), folder, environment, folder.resolve(name + ".log"));
    }

    Order shell(String name, String script) {
        return order(name, PATH, "/bin/sh", "-c", script);
    }

    OptionalInt run(Order order) throws IOException, InterruptedException {
        return launcher.launch(order).await();
    }

    /** What a script prints. */
    String printed(String script) throws IOException, InterruptedException {
        var order = shell("printed", script);
        run(order);
        return Files.readString(order.log());
    }

    /** Launches a script that says its first line into the pipe of this name, and returns when it has. */
    Started started(String name, String script) throws IOException, InterruptedException {
        return started(name, PATH, script);
    }

    Started started(String name, Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        var pipe = pipe(name + ".pipe");
        var process = launcher.launch(order(name, environment, "/bin/sh", "-c", script));
        return new Started(process, Files.readString(pipe).strip());
    }

    /** @param said for most scripts the id of a process */
    record Started(RunningProcess process, String said) {
        boolean lives() {
            return Workbench.lives(Integer.parseInt(said));
        }
    }

    /** Unlike {@link ProcessHandle#isAlive} this is false for a process of which only the exit code is left. */
    static boolean lives(int pid) {
        return ProcessTable.read().entries().containsKey(pid);
    }

    /** For processes that are not ours to wait for. */
    static void awaitEnd(int pid) {
        var start = System.nanoTime();
        while (lives(pid)) {
            if (System.nanoTime() - start > PATIENCE) throw new AssertionError("process " + pid + " does not end");
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    Path pipe(String name) throws IOException, InterruptedException {
        var pipe = folder.resolve(name);
        new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
        return pipe;
    }

    @Override
    public void close() {
        launcher.close();
    }
}
