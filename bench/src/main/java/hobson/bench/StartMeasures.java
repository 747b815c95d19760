package hobson.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How fast the server is there, and how large it is then. */
final class StartMeasures {
    private static final Duration SETTLED = Duration.ofSeconds(8);

    private final Workshop workshop;
    private final Scale scale;

    StartMeasures(Workshop workshop, Scale scale) {
        this.workshop = workshop;
        this.scale = scale;
    }

    List<Row> rows() throws IOException {
        var full = FullHome.make(workshop, 10_000);
        var empty = new double[scale.rounds()];
        var filled = new double[scale.rounds()];
        for (int i = 0; i < scale.rounds(); i++) {
            empty[i] = seconds(workshop.home());
            filled[i] = seconds(full);
        }
        return List.of(
                Row.atMost("start to first 200, empty home", new Samples(empty).median(), 0.4, "s"),
                Row.atMost("start to first 200, 10,000 jobs × 100 builds", new Samples(filled).median(), 0.8, "s"),
                Row.atMost("resident memory, idle", resident(workshop.home(), false), 110, "MB"),
                Row.atMost("resident memory, after listing 10,000 jobs", resident(full, true), 250, "MB"));
    }

    private double seconds(Path home) throws IOException {
        try (var server = workshop.serve(home, 2)) {
            return server.secondsToAnswer();
        }
    }

    private double resident(Path home, boolean list) throws IOException {
        try (var server = workshop.serve(home, 2);
                var client = new Client(server.port())) {
            if (list) {
                client.read("/api/json");
                client.read("/api/json?tree=jobs%5Bname,color,url,lastBuild%5Bnumber,result%5D%5D");
            }
            Pause.of(SETTLED);
            return server.residentMegabytes();
        }
    }
}
