package hobson.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that runs as a process of its own and answers on a port of this machine. */
final class Child implements AutoCloseable {
    private final Process process;
    private final int port;
    private final double secondsToAnswer;

    private Child(Process process, int port, double secondsToAnswer) {
        this.process = process;
        this.port = port;
        this.secondsToAnswer = secondsToAnswer;
    }

    /**
     * Starts the program and waits for its first 200.
     *
     * @param output gets all that it prints
     */
    static Child start(List<String> command, int port, String path, Path output) throws IOException {
        long start = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // also when this program is interrupted
        try {
            Pause.until(command.getFirst() + " to answer", Duration.ofNanos(500_000), () -> {
                if (!process.isAlive()) {
                    throw new IOException("it ended: " + String.join(" ", command) + "\n" + Files.readString(output));
                }
                return answers(port, path);
            });
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return new Child(process, port, (System.nanoTime() - start) / 1e9);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port, String path) throws IOException {
        try (var connection = new Connection(port)) {
            return connection.send(Connection.get(path)).status() == 200;
        } catch (ConnectException _) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** From the start of the process to the first 200. */
    double secondsToAnswer() {
        return secondsToAnswer;
    }

    /** Megabytes of memory that are resident now. */
    double residentMegabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    /** Megabytes of memory that were resident at the worst moment. */
    double peakMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    private double megabytes(String field) throws IOException {
        @Nullable String line = null;
        for (var candidate : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            line = candidate.startsWith(field) ? candidate : line;
        }
        if (line == null) {
            throw new IOException("/proc has no " + field + " of process " + process.pid());
        }
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }

    /** Ends it as an operator would. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server ended", e);
        }
    }
}
