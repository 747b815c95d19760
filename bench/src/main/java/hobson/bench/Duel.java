package hobson.bench;

import java.io.IOException;
import java.time.Duration;

/** Server and limit in turn, A B A B, so that whatever else the machine does falls on both. */
final class Duel {
    /** The medians of both. */
    record Outcome(double server, double limit) {}

    /** Works for that long. */
    @FunctionalInterface
    interface Side {
        /** @return how much was done per second */
        double run(Duration time) throws IOException;
    }

    private Duel() {}

    static Outcome fight(Scale scale, Side server, Side limit) throws IOException {
        double _ = server.run(scale.warmup());
        double _ = limit.run(scale.warmup());
        var servers = new double[scale.rounds()];
        var limits = new double[scale.rounds()];
        for (int i = 0; i < scale.rounds(); i++) {
            servers[i] = server.run(scale.window());
            limits[i] = limit.run(scale.window());
        }
        return new Outcome(new Samples(servers).median(), new Samples(limits).median());
    }
}
