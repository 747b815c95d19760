package hobson.engine.trigger;

import java.util.List;

/** Triggers that stand together in a property of the job rather than by themselves. */
public record TriggerGroup(List<JobTrigger> triggers) {
    public TriggerGroup {
        triggers = List.copyOf(triggers);
    }
}
