package hobson.client;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether a server has finished to start, told by what servers answer while they do (clients.md, "Root, server"). */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Readiness() {}

    /** @throws HobsonException when it answers, and refuses the caller */
    static boolean ask(Connection connection) {
        return ask(connection.withoutRetries(), () -> true);
    }

    /** @param also what else must be so, asked once it is ready; may fail as the server may */
    static void await(Connection connection, Duration timeout, BooleanSupplier also) {
        var probe = connection.withoutRetries();
        var pace = new Pace(connection.settings().url() + " to be ready", timeout);
        while (!ask(probe, also)) {
            pace.pause();
        }
    }

    /** Asks once, and not for long: asking again is our own business. */
    private static boolean ask(Connection probe, BooleanSupplier also) {
        var timeout = probe.settings().timeout();
        var call = Call.get("api/json?tree=mode").within(timeout.compareTo(PATIENCE) > 0 ? PATIENCE : timeout);
        try {
            return !probe.send(call).json().text("mode").isEmpty() && also.getAsBoolean();
        } catch (HobsonException.ConnectionFailure
                | HobsonException.TimedOut
                | HobsonException.ServerFailure
                | HobsonException.UnexpectedAnswer
                | HobsonException.NotFound e) {
            return false;
        }
    }
}
