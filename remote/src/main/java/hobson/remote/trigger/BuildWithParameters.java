package hobson.remote.trigger;

import hobson.engine.Refusal;
import hobson.engine.item.Jobs;
import hobson.engine.queue.Submission;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;

/** {@code /job/NAME/buildWithParameters} ({@code endpoints.md §3.3}). */
final class BuildWithParameters implements Handler {
    private final Jobs jobs;
    private final Admission admission;
    private final Submit submit;
    private final ParameterForm values;

    BuildWithParameters(Jobs jobs, Admission admission, Submit submit, ParameterForm values) {
        this.jobs = jobs;
        this.admission = admission;
        this.submit = submit;
        this.values = values;
    }

    @Override
    public Response handle(Request request) {
        return admission.admitted(request, this::build);
    }

    private Response build(Admission.Admitted admitted) {
        admitted.requireBuildable("!");
        var definition = jobs.definition(admitted.job());
        if (!definition.parameterized()) {
            throw Refusal.badInput(
                    admitted.job().path() + " is not parameterized; use build instead of buildWithParameters");
        }
        var submission = submit.submit(admitted, values.fields(admitted.request(), definition));
        var created = submit.created(admitted, submission);
        return submission.outcome() == Submission.Outcome.MERGED ? created.withStatus(303) : created;
    }
}
