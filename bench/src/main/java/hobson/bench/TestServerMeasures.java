package hobson.bench;

import hobson.server.EphemeralServer;
import hobson.server.EphemeralSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** How soon a class of tests has its server, and the next test a fresh one: in one process, as tests run. */
final class TestServerMeasures {
    private static final int CLASSES_PER_ROUND = 4;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Scale scale;

    TestServerMeasures(Scale scale) {
        this.scale = scale;
    }

    List<Row> rows() throws IOException {
        var settings = EphemeralSettings.open(Instant.EPOCH)
                .with(new EphemeralSettings.User("alice", "alice", "11" + "0".repeat(32)))
                .with(new EphemeralSettings.Item("team/deploy", false, null));
        int classes = scale.rounds() * CLASSES_PER_ROUND;
        var starts = new double[classes];
        var resets = new double[classes];
        for (int i = -1; i < classes; i++) { // the first class pays for the virtual machine
            long begin = System.nanoTime();
            try (var server = EphemeralServer.start(settings)) {
                ask(server);
                long started = System.nanoTime();
                server.reset();
                ask(server);
                if (i >= 0) {
                    starts[i] = (started - begin) / NANOS_PER_MILLI;
                    resets[i] = (System.nanoTime() - started) / NANOS_PER_MILLI;
                }
            }
        }
        return List.of(
                Row.atMost(
                        "server for tests: start to first 200, each class after the first", median(starts), 300, "ms"),
                Row.atMost("server for tests: as new for the next test", median(resets), 100, "ms"));
    }

    private static void ask(EphemeralServer server) throws IOException {
        try (var client = new Client(server.url().getPort())) {
            client.read("/api/json");
        }
    }

    private static double median(double[] samples) {
        return new Samples(samples).median();
    }
}
