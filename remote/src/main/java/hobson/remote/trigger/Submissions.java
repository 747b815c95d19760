package hobson.remote.trigger;

import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.Submission;
import hobson.engine.queue.Trigger;
import hobson.engine.queue.Triggers;
import hobson.engine.run.Uploads;
import hobson.engine.user.Caller;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands triggers to the queue. The files that come with one that is not taken, or is folded into another, are forgotten. */
public final class Submissions {
    private final Triggers triggers;
    private final Uploads uploads;

    public Submissions(Triggers triggers, Uploads uploads) {
        this.triggers = triggers;
        this.uploads = uploads;
    }

    /** The files of a trigger that will not be submitted. */
    public void forget(@Nullable List<ParameterValue> values) {
        uploads.discard(values);
    }

    /**
     * The trigger is in the store when this returns.
     *
     * @param values of the trigger; null for a job without parameters
     * @param trigger may refuse still
     */
    public Submission submit(
            Caller caller, Triggers.Allowed allowed, @Nullable List<ParameterValue> values, Supplier<Trigger> trigger) {
        boolean used = false;
        try {
            var submission = triggers.submit(caller, allowed, trigger.get());
            used = submission.outcome() == Submission.Outcome.CREATED;
            return submission;
        } finally {
            if (!used) {
                forget(values);
            }
        }
    }
}
