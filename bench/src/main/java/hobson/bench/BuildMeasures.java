package hobson.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds that do nothing, against launches of a process that does nothing; and how long a trigger takes to become one. */
final class BuildMeasures {
    private static final int EXECUTORS = 2;
    private static final int TRIGGERS = 40;
    private static final int SETTLED = 8;
    private static final Duration IDLE = Duration.ofMillis(60);

    private final Workshop workshop;
    private final Scale scale;
    private final AtomicInteger numbers = new AtomicInteger();

    BuildMeasures(Workshop workshop, Scale scale) {
        this.workshop = workshop;
        this.scale = scale;
    }

    List<Row> rows() throws IOException {
        try (var server = workshop.serve(workshop.home(), EXECUTORS);
                var client = new Client(server.port())) {
            client.create("nothing", Documents.job("true"));
            var trigger = new Trigger(client.trigger("nothing"), numbers);
            warmUp(client, trigger);
            var outcome = Duel.fight(scale, _ -> builds(client, trigger), BuildMeasures::launches);
            return List.of(
                    Row.part(
                            "builds of `true`, 2 executors: launches of `sh -c true`",
                            outcome.server(),
                            outcome.limit(),
                            30),
                    Row.atMost("trigger to process started, idle, p50", latency(client), 5, "ms"));
        }
    }

    /**
     * A build runs more code, and less often, than a request: the compilers take longer. So at least as long as for every other
     * measure, and on until {@link #SETTLED} runs in a row brought nothing new.
     */
    private void warmUp(Client client, Trigger trigger) throws IOException {
        long least = System.nanoTime() + scale.warmup().toNanos();
        double best = 0;
        for (int since = 0; since < SETTLED || System.nanoTime() < least; since++) {
            double rate = builds(client, trigger);
            if (rate > best) {
                best = rate;
                since = -1;
            }
        }
    }

    /** Builds alone: their triggers, which have a row of their own, wait before the clock starts. */
    private double builds(Client client, Trigger trigger) throws IOException {
        client.order("quietDown");
        for (int i = 0; i < scale.builds(); i++) {
            client.send(trigger.next(), 201);
        }
        long start = System.nanoTime();
        client.order("cancelQuietDown");
        client.awaitBuilds("nothing", numbers.get(), Duration.ofMillis(5));
        return scale.builds() * 1e9 / (System.nanoTime() - start);
    }

    private static double launches(Duration time) throws IOException {
        return Load.run(EXECUTORS, time, _ -> new BareLaunches()).rate();
    }

    private double latency(Client client) throws IOException {
        var folder = workshop.home();
        client.create(
                "clock",
                Documents.job("date +%s%N > " + folder + "/$P.new && mv " + folder + "/$P.new " + folder + "/$P"));
        var triggered = new AtomicInteger();
        var trigger = new Trigger(client.trigger("clock"), triggered);
        var times = new double[TRIGGERS];
        for (int i = 0; i < times.length; i++) {
            Pause.of(IDLE);
            var request = trigger.next();
            var start = Instant.now();
            client.send(request, 201);
            var stamp = folder.resolve(String.format(java.util.Locale.ROOT, "%010d", triggered.get()));
            times[i] = ChronoUnit.NANOS.between(start, started(stamp)) / 1e6;
        }
        return new Samples(times).median();
    }

    private static Instant started(Path stamp) throws IOException {
        Pause.until(stamp + " to be written", Duration.ofMillis(5), () -> Files.exists(stamp));
        return Instant.ofEpochSecond(0, Long.parseLong(Files.readString(stamp).strip()));
    }
}
