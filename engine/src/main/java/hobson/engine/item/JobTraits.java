package hobson.engine.item;

import hobson.engine.user.OwnGrants;
import org.jspecify.annotations.Nullable;

/**
 * What is in memory of a job's definition, because lists, the queue and the triggers need it of every job.
 *
 * @param kind what the job's document defines, in the words of the format that reads it
 * @param wiring what it says of what starts it and what it starts
 * @param reported its builds are run elsewhere: it cannot be triggered
 * @param grants what it says of the permissions to it
 */
public record JobTraits(
        String kind,
        @Nullable String displayName,
        boolean disabled,
        Wiring wiring,
        boolean reported,
        @Nullable OwnGrants grants) {}
