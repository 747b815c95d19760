package hobson.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Triggers that are acknowledged when they are on disk, against the store alone; and new jobs. */
final class TriggerMeasures {
    private static final int CALLERS = 16;
    private static final int JOBS = 1_000;

    private final Workshop workshop;
    private final Scale scale;
    private final AtomicInteger numbers = new AtomicInteger();

    TriggerMeasures(Workshop workshop, Scale scale) {
        this.workshop = workshop;
        this.scale = scale;
    }

    List<Row> rows() throws IOException {
        try (var server = workshop.serve(workshop.home(), 0);
                var client = new Client(server.port());
                var store = new BareStore(workshop.home())) {
            client.create("triggered", Documents.job("true"));
            var request = client.trigger("triggered");
            double alone = alone(server, request);
            var many = Duel.fight(
                    scale,
                    time -> trigger(server, request, CALLERS, time).rate(),
                    time -> store.run(CALLERS, time).rate());
            return List.of(
                    Row.atLeast("`POST build` on disk, 16 callers", many.server(), 8_000, "/s"),
                    Row.part("`POST build` on disk, 16 callers: the store alone", many.server(), many.limit(), 40),
                    Row.atMost("`POST build` on disk, 1 caller, p50", alone, 1, "ms"),
                    Row.atMost("create 1,000 jobs by POST, one connection", creation(), 1, "s"));
        }
    }

    private double alone(Child server, byte[] request) throws IOException {
        trigger(server, request, 1, scale.warmup());
        return trigger(server, request, 1, scale.window()).median();
    }

    private Load.Outcome trigger(Child server, byte[] request, int callers, Duration time) throws IOException {
        try (var connections = new Connections(server.port(), callers)) {
            return Load.run(callers, time, i -> {
                var connection = connections.get(i);
                var trigger = new Trigger(request, numbers);
                return () -> requireCreated(connection.send(trigger.next()));
            });
        }
    }

    private static void requireCreated(Connection.Answer answer) throws IOException {
        if (answer.status() != 201) {
            throw new IOException("a trigger was answered by " + answer.status());
        }
    }

    /** Seconds, on a server that has done nothing before. */
    private double creation() throws IOException {
        var times = new double[scale.rounds()];
        for (int round = 0; round < times.length; round++) {
            try (var server = workshop.serve(workshop.home(), 0);
                    var client = new Client(server.port())) {
                long start = System.nanoTime();
                for (int i = 0; i < JOBS; i++) {
                    client.create("job-" + i, Documents.job("true"));
                }
                times[round] = (System.nanoTime() - start) / 1e9;
            }
        }
        return new Samples(times).median();
    }
}
