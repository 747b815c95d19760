package hobson.server.ephemeral;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads faults: which requests, how often, and one of {@code status}, {@code delay}, {@code cut}, {@code reset}.
 *
 * <pre>{@code
 * {"method": "POST", "path": "/job/*}{@code /build", "times": 2, "status": 503, "retryAfter": "3s"}
 * }</pre>
 */
final class FaultJson {
    private static final Set<String> KNOWN =
            Set.of("method", "path", "times", "status", "retryAfter", "delay", "cut", "reset");

    private FaultJson() {}

    static void add(Faults faults, JsonNode json) {
        var fields = Fields.of(json, KNOWN);
        var rule = rule(faults, fields);
        var status = fields.number("status");
        var delay = fields.text("delay").map(Times::parse);
        var cut = fields.number("cut");
        if (status.isPresent()) {
            fields.text("retryAfter")
                    .map(Times::parse)
                    .ifPresentOrElse(after -> rule.status(status.get(), after), () -> rule.status(status.get()));
        } else if (delay.isPresent()) {
            rule.slow(delay.get());
        } else if (cut.isPresent()) {
            rule.cut(cut.get());
        } else if (json.path("reset").asBoolean(false)) {
            rule.reset();
        } else {
            throw new IllegalArgumentException("One of 'status', 'delay', 'cut' and 'reset' says what goes wrong");
        }
    }

    private static Faults.Rule rule(Faults faults, Fields fields) {
        var method = fields.text("method").orElse("*");
        var path = fields.text("path").orElse("**");
        if (fields.text("times").filter("always"::equals).isPresent()) {
            return faults.always(method, path);
        }
        int times = fields.number("times").orElse(1);
        if (times < 1) {
            throw new IllegalArgumentException("'times' is a number from 1, or \"always\"");
        }
        return faults.next(times, method, path);
    }
}
