package hobson.engine.queue;

import hobson.engine.build.Cause;
import hobson.engine.item.Job;
import hobson.engine.parameter.ParameterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a build.
 *
 * @param parameters null when the job takes none
 * @param delayMillis how long to wait for equal triggers at least
 * @param key makes retries harmless: the same key is the same item for seven days
 */
public record Trigger(
        Job job,
        List<Cause> causes,
        @Nullable List<ParameterValue> parameters,
        long delayMillis,
        @Nullable String key) {
    public Trigger {
        causes = List.copyOf(causes);
        parameters = parameters == null ? null : List.copyOf(parameters);
    }
}
