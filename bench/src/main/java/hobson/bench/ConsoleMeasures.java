package hobson.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hobson.engine.build.BuildFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A console of a gigabyte, read by one client. */
final class ConsoleMeasures {
    private static final String LINE =
            "[INFO] Compiling 128 source files with javac [debug target 25] to target/classes\n";
    private static final double FLAT = 32; // megabytes: buffers and compiled code

    private final Workshop workshop;
    private final Scale scale;

    ConsoleMeasures(Workshop workshop, Scale scale) {
        this.workshop = workshop;
        this.scale = scale;
    }

    List<Row> rows() throws IOException {
        var home = workshop.home();
        try (var server = workshop.serve(home, 1);
                var client = new Client(server.port());
                var connection = new Connection(server.port())) {
            client.create("loud", Documents.job("true"));
            client.send(new Trigger(client.trigger("loud"), new AtomicInteger()).next(), 201);
            client.awaitBuilds("loud", 1, Duration.ofMillis(20));
            write(new BuildFolders(home.resolve("builds")).log(1, 1));
            read(connection);
            double before = server.residentMegabytes();
            var rates = new double[scale.rounds()];
            for (int i = 0; i < rates.length; i++) {
                rates[i] = read(connection);
            }
            double growth = Math.max(0, server.peakMegabytes() - before);
            return List.of(
                    Row.atLeast(
                            "console of " + (scale.log() >> 20) + " MB through `progressiveText`",
                            new Samples(rates).median(),
                            500,
                            "MB/s"),
                    Row.atMost("resident memory it adds", growth, FLAT, "MB"));
        }
    }

    private void write(Path log) throws IOException {
        var block = LINE.repeat(10_000).getBytes(US_ASCII);
        try (var out = Files.newOutputStream(log)) {
            for (long written = 0; written < scale.log(); written += block.length) {
                out.write(block);
            }
        }
    }

    /** @return megabytes per second */
    private double read(Connection connection) throws IOException {
        long start = System.nanoTime();
        var answer = connection.send(Connection.get("/job/loud/1/logText/progressiveText?start=0"));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (answer.status() != 200 || answer.length() < scale.log()) {
            throw new IOException("the console was answered by " + answer);
        }
        return answer.length() / 1e6 / seconds;
    }
}
