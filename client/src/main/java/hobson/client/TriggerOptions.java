package hobson.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a build is asked for.
 *
 * @param delay how long it stays in the queue at least; the job's quiet period when nothing is said
 * @param key the same key is the same build for seven days, which only Hobson knows; a new one for each trigger when nothing is said
 * @param token that of the job, for callers who may not build it otherwise
 * @param cause what is written beside the build, when it is asked for with a token
 */
public record TriggerOptions(
        Optional<Duration> delay, Optional<String> key, Optional<String> token, Optional<String> cause) {
    public static final TriggerOptions DEFAULT =
            new TriggerOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** At once. */
    public static final TriggerOptions NOW = DEFAULT.delay(Duration.ZERO);

    /** Stays in the queue so long, in whole seconds. */
    public TriggerOptions delay(Duration least) {
        return new TriggerOptions(Optional.of(least), key, token, cause);
    }

    /** Only Hobson: a trigger that is sent again with this key, by this program or its next run, is the same build. */
    public TriggerOptions key(String once) {
        return new TriggerOptions(delay, Optional.of(once), token, cause);
    }

    /** With the job's own token. */
    public TriggerOptions token(String secret, String reason) {
        return new TriggerOptions(delay, key, Optional.of(secret), Optional.of(reason));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TriggerOptions[delay=" + delay + ", key=" + key + ", cause=" + cause + "]";
    }

    List<Map.Entry<String, String>> fields() {
        var fields = new ArrayList<Map.Entry<String, String>>();
        delay.ifPresent(least -> fields.add(Map.entry("delay", least.toSeconds() + "sec")));
        token.ifPresent(secret -> fields.add(Map.entry("token", secret)));
        cause.ifPresent(reason -> fields.add(Map.entry("cause", reason)));
        return fields;
    }
}
