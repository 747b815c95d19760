package hobson.remote.trigger;

import hobson.engine.Refusal;
import hobson.engine.item.Jobs;
import hobson.engine.queue.Submission;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.SafeRedirect;
import hobson.remote.form.SubmittedForm;
import hobson.remote.page.Pages;

/** {@code /job/NAME/build} ({@code endpoints.md §3.2}). */
final class BuildTrigger implements Handler {
    private final Jobs jobs;
    private final Admission admission;
    private final Submit submit;
    private final ParameterForm values;
    private final Pages pages;

    BuildTrigger(Jobs jobs, Admission admission, Submit submit, ParameterForm values, Pages pages) {
        this.jobs = jobs;
        this.admission = admission;
        this.submit = submit;
        this.values = values;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        return admission.admitted(request, this::build);
    }

    private Response build(Admission.Admitted admitted) {
        admitted.requireBuildable("");
        var definition = jobs.definition(admitted.job());
        if (!definition.parameterized()) {
            return submit.created(admitted, submit.submit(admitted, null));
        }
        if (admitted.request().isMethod("GET")) {
            return pages.postRequired(admitted.request());
        }
        var form = SubmittedForm.of(admitted.request());
        var submission = submit.submit(admitted, values.submitted(admitted.request(), definition, form));
        return submission.outcome() == Submission.Outcome.MERGED
                ? Response.redirect(".").with("X-Queue-Merged", "true")
                : answer(admitted, form, submission);
    }

    /** The form of the web interface may ask for another status and another place to go on. */
    private Response answer(Admission.Admitted admitted, SubmittedForm form, Submission submission) {
        int status = form.number("statusCode", 201);
        if (status != 201 && status != 302 && status != 303) {
            throw Refusal.badInput("statusCode can be 201, 302 or 303, not " + status);
        }
        var created = submit.created(admitted, submission).withStatus(status);
        var target = form.text("redirectTo");
        return target.isEmpty() || !SafeRedirect.isSafe(target)
                ? created
                : created.without("Location").with("Location", target);
    }
}
