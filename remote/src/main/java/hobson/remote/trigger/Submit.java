package hobson.remote.trigger;

import hobson.engine.Refusal;
import hobson.engine.build.Cause;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.Queue;
import hobson.engine.queue.Submission;
import hobson.engine.queue.Trigger;
import hobson.engine.queue.Triggers;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.route.Targets;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands the trigger of a request to the queue and says where it is now. */
final class Submit {
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_WAIT = 600;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*(\\d{1,6})\\s*(?:$|[,;])");

    private final Targets targets;
    private final Triggers triggers;
    private final Queue queue;
    private final Submissions submissions;

    Submit(Targets targets, Triggers triggers, Queue queue, Submissions submissions) {
        this.targets = targets;
        this.triggers = triggers;
        this.queue = queue;
        this.submissions = submissions;
    }

    /** @param values null for a job without parameters */
    Submission submit(Admission.Admitted admitted, @Nullable List<ParameterValue> values) {
        var request = admitted.request();
        return submissions.submit(targets.caller(request), admitted.allowed(), values, () -> trigger(admitted, values));
    }

    private Trigger trigger(Admission.Admitted admitted, @Nullable List<ParameterValue> values) {
        var job = admitted.job();
        var delay = Delay.millis(admitted.request().parameter("delay").orElse(""));
        return new Trigger(job, List.of(cause(admitted)), values, triggers.delay(job, delay), key(admitted));
    }

    private Cause cause(Admission.Admitted admitted) {
        var request = admitted.request();
        return switch (admitted.allowed()) {
            case BY_TOKEN ->
                new Cause.Remote(
                        request.origin().client(), request.parameter("cause").orElse(null));
            case BY_PERMISSION -> new Cause.User(targets.caller(request).userId());
        };
    }

    /** One caller's keys of one job are that caller's and that job's own. */
    private @Nullable String key(Admission.Admitted admitted) {
        var sent = admitted.request().header("Idempotency-Key").orElse("");
        if (sent.length() > LONGEST_KEY) {
            throw Refusal.badInput("an Idempotency-Key has at most " + LONGEST_KEY + " characters");
        }
        return sent.isEmpty()
                ? null
                : targets.caller(admitted.request()).name()
                        + '/'
                        + admitted.job().id()
                        + '/'
                        + sent;
    }

    /** 201 and the queue item's address; with {@code Prefer: wait=N} also the build's, if it begins in time. */
    Response created(Admission.Admitted admitted, Submission submission) {
        var request = admitted.request();
        var answer = Response.of(201).with("Location", request.baseUrl() + "/queue/item/" + submission.itemId() + "/");
        if (submission.outcome() == Submission.Outcome.MERGED) {
            answer = answer.with("X-Queue-Merged", "true");
        }
        int seconds = preferredWait(request);
        if (seconds < 0) {
            return answer;
        }
        var number = await(submission.itemId(), seconds);
        answer = answer.with("Preference-Applied", "wait=" + seconds);
        return number.isEmpty() ? answer : withBuild(answer, admitted, number.getAsInt());
    }

    private static Response withBuild(Response answer, Admission.Admitted admitted, int number) {
        var url = admitted.request().baseUrl() + "/" + admitted.job().path().url() + number + "/";
        return answer.with("X-Build-Number", Integer.toString(number)).with("X-Build-Url", url);
    }

    /** Seconds, or -1 when the caller has no such wish. */
    private static int preferredWait(Request request) {
        var wish = WAIT.matcher(request.header("Prefer").orElse(""));
        return wish.find() ? Math.min(LONGEST_WAIT, Integer.parseInt(wish.group(1))) : -1;
    }

    private OptionalInt await(long item, int seconds) {
        try {
            int number = queue.left(item).get(seconds, TimeUnit.SECONDS);
            return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
        } catch (TimeoutException | ExecutionException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
