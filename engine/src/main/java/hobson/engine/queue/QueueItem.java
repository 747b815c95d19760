package hobson.engine.queue;

import hobson.engine.build.Cause;
import hobson.engine.parameter.ParameterValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One accepted trigger.
 *
 * @param since when it entered the queue, milliseconds since 1970
 * @param due when its quiet period ends
 * @param parameters null when there are none
 */
public record QueueItem(
        long id,
        long jobId,
        long since,
        long due,
        List<Cause> causes,
        @Nullable List<ParameterValue> parameters) {
    /** Every fold writes the item again, so what is written must not grow for ever. */
    static final int MOST_CAUSES = 250;

    public QueueItem {
        causes = List.copyOf(causes);
        parameters = parameters == null ? null : List.copyOf(parameters);
    }

    QueueItem withId(long id) {
        return new QueueItem(id, jobId, since, due, causes, parameters);
    }

    QueueItem withDue(long due) {
        return new QueueItem(id, jobId, since, due, causes, parameters);
    }

    /**
     * After an equal trigger was folded into it: its causes are added, as long as there are not {@value #MOST_CAUSES}, and it never
     * starts later than before.
     */
    public QueueItem folded(List<Cause> more, long due) {
        var all = Stream.concat(causes.stream(), more.stream())
                .limit(Math.max(MOST_CAUSES, causes.size()))
                .toList();
        return new QueueItem(id, jobId, since, Math.min(this.due, due), all, parameters);
    }
}
