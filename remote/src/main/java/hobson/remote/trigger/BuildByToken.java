package hobson.remote.trigger;

import hobson.engine.Refusal;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.Jobs;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.Submission;
import hobson.engine.queue.Triggers;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.route.Targets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code /buildByToken/…}: triggers for who has a job's token and may not even see the job ({@code endpoints.md §14}). A job without a
 * token does not exist here.
 */
final class BuildByToken {
    private final ItemRegistry registry;
    private final Jobs jobs;
    private final Targets targets;
    private final Triggers triggers;
    private final Submit submit;
    private final ParameterForm values;
    private final Consumer<Job> poll;

    /** @param poll lets a job look for changes, soon */
    BuildByToken(
            ItemRegistry registry,
            Jobs jobs,
            Targets targets,
            Triggers triggers,
            Submit submit,
            ParameterForm values,
            Consumer<Job> poll) {
        this.registry = registry;
        this.jobs = jobs;
        this.targets = targets;
        this.triggers = triggers;
        this.submit = submit;
        this.values = values;
        this.poll = poll;
    }

    Place place() {
        return new Place("build by token")
                .any("build", this::build)
                .any("buildWithParameters", this::buildWithParameters)
                .any("polling", this::polling);
    }

    private Response build(Request request) {
        var admitted = admitted(request);
        admitted.requireBuildable("");
        if (jobs.definition(admitted.job()).parameterized()) {
            throw Refusal.badInput("Use /buildByToken/buildWithParameters for this job: it takes parameters");
        }
        return submitted(admitted, null);
    }

    private Response buildWithParameters(Request request) {
        var admitted = admitted(request);
        admitted.requireBuildable("");
        var definition = jobs.definition(admitted.job());
        if (!definition.parameterized()) {
            throw Refusal.badInput("Use /buildByToken/build for this job: it takes no parameters");
        }
        return submitted(admitted, values.fields(request, definition));
    }

    private Response submitted(Admission.Admitted admitted, @Nullable List<ParameterValue> parameters) {
        var submission = submit.submit(admitted, parameters);
        var created = submit.created(admitted, submission);
        return submission.outcome() == Submission.Outcome.MERGED ? created.withStatus(303) : created;
    }

    private Response polling(Request request) {
        var admitted = admitted(request);
        poll.accept(admitted.job());
        return Response.text(200, "Scheduled.\n");
    }

    /**
     * Nothing but the token counts: no crumb is asked for here, so what a caller's browser may do must not let a foreign page in. It is
     * looked for before the body is read for anything large.
     */
    private Admission.Admitted admitted(Request request) {
        request.beforeBlocking();
        var job = job(request.parameter("job").orElse(""));
        var token = request.parameter("token").orElse("");
        return new Admission.Admitted(request, job, triggers.authorize(targets.caller(request), job, token));
    }

    private Job job(String fullName) {
        return find(fullName)
                .filter(job -> {
                    var token = jobs.definition(job).triggerToken();
                    return token != null && !token.isEmpty();
                })
                .orElseThrow(() -> Refusal.notFound("there is no job ‘" + fullName + "’ with a token"));
    }

    private Optional<Job> find(String fullName) {
        try {
            return registry.find(ItemPath.of(fullName));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
