package hobson.engine.queue;

import hobson.engine.Refusal;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The door through which triggers come in: who may, and whether the job takes builds at all. */
public final class Triggers {
    private final Queue queue;
    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final Authorization authorization;
    private final Settings settings;

    public Triggers(
            Queue queue, ItemRegistry jobs, Definitions definitions, Authorization authorization, Settings settings) {
        this.queue = queue;
        this.jobs = jobs;
        this.definitions = definitions;
        this.authorization = authorization;
        this.settings = settings;
    }

    /** What allowed a trigger. */
    public enum Allowed {
        BY_TOKEN,
        BY_PERMISSION
    }

    /**
     * Decides whether the caller may trigger the job ({@code security.md §7}). Does not look at the method of the request.
     *
     * @param token what the caller sent as the job's trigger token, null for nothing
     * @throws Denied when neither token nor permission allow it; also for an administrator when a token was sent and is wrong
     */
    public Allowed authorize(Caller caller, Job job, @Nullable String token) {
        var expected = definitions.of(job).triggerToken();
        if (token != null && expected != null && !expected.isEmpty()) {
            if (!MessageDigest.isEqual(bytes(expected), bytes(token))) {
                throw new Denied(caller, null);
            }
            return Allowed.BY_TOKEN;
        }
        authorization.require(caller, Permission.JOB_BUILD, now(job));
        return Allowed.BY_PERMISSION;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The delay that was asked for, else the job's quiet period, else the server's; milliseconds. */
    public long delay(Job job, OptionalLong asked) {
        return asked.orElseGet(
                () -> definitions.of(job).quietPeriodSeconds().orElse(settings.quietPeriodSeconds()) * 1_000L);
    }

    /**
     * Accepts the trigger; it is in the store when this returns.
     *
     * @param allowed what {@link #authorize} said
     * @throws Refusal {@code CONFLICT} when the job takes no builds now
     */
    public Submission submit(Caller caller, Allowed allowed, Trigger trigger) {
        var job = now(trigger.job());
        if (allowed == Allowed.BY_PERMISSION) {
            authorization.require(caller, Permission.JOB_BUILD, job);
        }
        if (!job.buildable()) {
            throw Refusal.conflict(job.path() + " is not buildable");
        }
        return queue.submit(caller, trigger);
    }

    /** Much may have happened while the request was read. */
    private Job now(Job job) {
        return jobs.find(job.id()).orElseThrow(() -> Refusal.conflict(job.path() + " is not buildable"));
    }
}
