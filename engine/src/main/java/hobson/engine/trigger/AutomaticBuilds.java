package hobson.engine.trigger;

import hobson.engine.build.Cause;
import hobson.engine.item.Definitions;
import hobson.engine.item.Job;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.ParameterDefaults;
import hobson.engine.queue.Submission;
import hobson.engine.queue.Trigger;
import hobson.engine.queue.Triggers;
import hobson.engine.user.Caller;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Builds that nobody in particular asks for: with the job's quiet period, and its defaults for what is not said. */
public final class AutomaticBuilds {
    private final Triggers triggers;
    private final Definitions definitions;
    private final ParameterDefaults defaults;

    public AutomaticBuilds(Triggers triggers, Definitions definitions, ParameterDefaults defaults) {
        this.triggers = triggers;
        this.definitions = definitions;
        this.defaults = defaults;
    }

    /**
     * In the store when this returns.
     *
     * @throws hobson.engine.Refusal {@code CONFLICT} when the job takes no builds now
     */
    public Submission submit(Job job, List<Cause> causes) {
        return submit(job, causes, defaults.of(definitions.of(job)), null);
    }

    /**
     * As {@link #submit(Job, List)}.
     *
     * @param parameters null when the job takes none
     * @param key see {@link Trigger}
     */
    public Submission submit(
            Job job, List<Cause> causes, @Nullable List<ParameterValue> parameters, @Nullable String key) {
        var trigger = new Trigger(job, causes, parameters, triggers.delay(job, OptionalLong.empty()), key);
        return triggers.submit(Caller.SYSTEM, Triggers.Allowed.BY_PERMISSION, trigger);
    }
}
