package hobson.client;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether a server has finished to start, told by what servers answer while they do (clients.md, "Root, server"). */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Readiness() {}

    /** @throws HobsonException when it answers, and refuses the caller */
    static boolean ask(Connection connection) {
        return ask(probe(connection), () -> true);
    }

    /** @param also what else must be so, asked once it is ready; may fail as the server may */
    static void await(Connection connection, Duration timeout, BooleanSupplier also) {
        var probe = probe(connection);
        var pace = new Pace(connection.settings().url() + " to be ready", timeout);
        while (!ask(probe, also)) {
            pace.pause();
        }
    }

    /** Asks once, and not for long: asking again is our own business. */
    private static Connection probe(Connection connection) {
        var settings = connection.settings().withRetries(0);
        return new Connection(settings.timeout().compareTo(PATIENCE) > 0 ? settings.withTimeout(PATIENCE) : settings);
    }

    private static boolean ask(Connection probe, BooleanSupplier also) {
        try {
            return !probe.json("api/json?tree=mode").text("mode").isEmpty() && also.getAsBoolean();
        } catch (HobsonException.ConnectionFailure
                | HobsonException.TimedOut
                | HobsonException.ServerFailure
                | HobsonException.UnexpectedAnswer
                | HobsonException.NotFound e) {
            return false;
        }
    }
}
