package hobson.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server of the tests' own: Debian's programs, a new cluster in a temporary folder, a free port, fsync on. Started when
 * the first test asks for it. A shell beside it stops it and removes the folder when this JVM ends, however it ends.
 */
final class PostgresCluster {
    private static final String USER = "hobson";
    private static final String STAND_BY = """
            "$0" -D "$1" -p "$2" -k "$1" -c listen_addresses=127.0.0.1 -c shared_buffers=64MB </dev/null &
            server=$!
            cat >/dev/null
            kill -INT $server
            wait $server
            rm -rf "$1\"""";

    private final int port;

    private PostgresCluster(int port) {
        this.port = port;
    }

    private static final class Running {
        private static final PostgresCluster INSTANCE = start();
    }

    static PostgresCluster running() {
        return Running.INSTANCE;
    }

    String url(String schema) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?currentSchema=" + schema;
    }

    String user() {
        return USER;
    }

    private static PostgresCluster start() {
        try {
            var programs = programs()
                    .or(PostgresCluster::installed)
                    .orElseThrow(() -> new IllegalStateException(
                            "these tests need PostgreSQL's programs in /usr/lib/postgresql/*/bin:"
                                    + " install them (Debian: apt-get install postgresql)"));
            var folder = Files.createTempDirectory("postgres");
            var account = account(folder);
            run(
                    account,
                    programs.resolve("initdb").toString(),
                    "-D",
                    folder.toString(),
                    "-U",
                    USER,
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--no-sync");
            int port = freePort();
            var server = new ArrayList<>(account);
            server.addAll(List.of(
                    "sh",
                    "-c",
                    STAND_BY,
                    programs.resolve("postgres").toString(),
                    folder.toString(),
                    Integer.toString(port)));
            awaitReady(new ProcessBuilder(server)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start());
            return new PostgresCluster(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> programs() {
        var versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (var found = Files.list(versions)) {
            return found.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> installed() {
        if (!root()) {
            return Optional.empty();
        }
        run(List.of(), "apt-get", "update", "-q");
        run(List.of("env", "DEBIAN_FRONTEND=noninteractive"), "apt-get", "install", "-q", "-y", "postgresql");
        return programs();
    }

    /** PostgreSQL refuses to run as root: then it runs as the user that its package brings, who gets the folder. */
    private static List<String> account(Path folder) {
        if (!root()) {
            return List.of();
        }
        run(List.of(), "chown", "postgres", folder.toString());
        return List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups");
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(List<String> prefix, String... command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(whole)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", whole) + " failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Reads the server's log until it says that it is ready; after that the log is read and dropped. */
    private static void awaitReady(Process server) throws IOException {
        var log = server.inputReader(UTF_8);
        var said = new StringBuilder();
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("ready to accept connections")) {
                Thread.ofPlatform().daemon().start(() -> log.lines().forEach(_ -> {}));
                return;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("PostgreSQL did not start: " + said);
    }
}
