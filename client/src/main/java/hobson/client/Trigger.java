package hobson.client;

import java.util.UUID;

/** Asks for a build and finds out which queue item that is. */
final class Trigger {
    private final Connection connection;
    private final Job job;
    private final Parameters parameters;
    private final TriggerOptions options;
    private final String key;

    Trigger(Connection connection, Job job, Parameters parameters, TriggerOptions options) {
        this.connection = connection;
        this.job = job;
        this.parameters = parameters;
        this.options = options;
        this.key = options.key().orElseGet(() -> UUID.randomUUID().toString());
    }

    Run send() {
        var answer = parameters.isEmpty() ? withoutParameters() : submit("buildWithParameters");
        var location = answer.header("Location").orElse("");
        var item = Addresses.queueItem(location);
        if (item.isEmpty()) {
            throw new HobsonException.Conflict(
                    job + " was not put into the queue: the server refused it without saying why.",
                    answer.status(),
                    null);
        }
        return new Run(connection, job, item.get());
    }

    /** A job with parameters takes no empty form, and one without takes no form with parameters (endpoints.md §3.2, §3.3). */
    private Answer withoutParameters() {
        try {
            return submit("build");
        } catch (HobsonException.BadRequest e) {
            if (e.status() != 400) {
                throw e;
            }
            return submit("buildWithParameters");
        }
    }

    private Answer submit(String action) {
        var content = parameters.content(options.fields(), connection.settings().progress());
        return connection.send(Call.post(job.address + action, content).with(Call.IDEMPOTENCY_KEY, key));
    }
}
