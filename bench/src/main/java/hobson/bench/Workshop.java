package hobson.bench;

import hobson.engine.build.BuildFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a run has its homes, and how it starts the processes that it measures. All homes are gone when it is closed. */
final class Workshop implements AutoCloseable {
    private final Path folder;
    private final Path program;
    private int made;

    /** @param program starts the server: {@code ./hobson} */
    Workshop(Path folder, Path program) {
        this.folder = folder;
        this.program = program;
    }

    /** A new empty folder. */
    Path home() throws IOException {
        return Files.createDirectory(folder.resolve("home-" + ++made));
    }

    /** Starts the server on that home, open to everybody, and waits for its first answer. */
    Child serve(Path home, int executors) throws IOException {
        var configuration = folder.resolve("executors-" + executors + ".yaml");
        Files.writeString(configuration, "jenkins:\n  numExecutors: " + executors + "\n  quietPeriod: 0\n");
        int port = Child.freePort();
        var command = List.of(
                program.toString(),
                "serve",
                "--open",
                "--home",
                home.toString(),
                "--http-port",
                Integer.toString(port),
                "--config",
                configuration.toString());
        return Child.start(command, port, "/api/json", log());
    }

    /** Starts the bare server, whose address {@code /0} answers with the first of the texts, {@code /1} with the second and so on. */
    Child bare(List<byte[]> texts) throws IOException {
        int port = Child.freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                Integer.toString(port)));
        for (var text : texts) {
            command.add(Files.write(Files.createTempFile(folder, "text", null), text)
                    .toString());
        }
        return Child.start(command, port, "/0", log());
    }

    private Path log() throws IOException {
        return Files.createTempFile(folder, "process", ".log");
    }

    @Override
    public void close() throws IOException {
        BuildFolders.delete(folder);
    }
}
