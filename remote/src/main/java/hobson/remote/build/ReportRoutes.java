package hobson.remote.build;

import hobson.engine.Refusal;
import hobson.engine.item.Job;
import hobson.engine.run.BuildReports;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.RouteGroup;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Where builds that were run elsewhere are reported ({@code endpoints.md §2.10}). */
public final class ReportRoutes implements RouteGroup {
    private static final String FORM_WITH_FILES = "multipart/form-data";

    private final BuildReports reports;
    private final Targets targets;

    public ReportRoutes(BuildReports reports, Targets targets) {
        this.reports = reports;
        this.targets = targets;
    }

    @Override
    public void addTo(Places places) {
        places.job.post("postBuildResult", this::post);
        places.job.get("acceptBuildResult", this::isExpected).post("acceptBuildResult", this::accept);
    }

    /** The body is the report, whatever its Content-Type says: clients call it a form. */
    private Response post(Request request) {
        var job = expecting(request);
        return taken(request, job, request.body(), request.charset().orElse(null));
    }

    private Job expecting(Request request) {
        var job = targets.job(request);
        reports.require(targets.caller(request), job);
        return job;
    }

    private Response taken(Request request, Job job, InputStream report, @Nullable Charset charset) {
        try {
            var _ = reports.take(targets.caller(request), job, report, charset);
            return Response.of(200);
        } catch (IOException e) {
            throw new UncheckedIOException("the report of a build of " + job.path() + " could not be kept", e);
        }
    }

    /** The report is the first file of a form, or the body. */
    private Response accept(Request request) {
        if (!request.mediaType().equals(FORM_WITH_FILES)) {
            return post(request);
        }
        var job = expecting(request);
        request.takeFiles();
        var file = request.uploads().stream()
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("The report is a file of the form."));
        try (var report = file.open()) {
            return taken(request, job, report, null);
        } catch (IOException e) {
            throw new UncheckedIOException("the report of a build of " + job.path() + " could not be read", e);
        }
    }

    /** What a client asks before it runs anything. */
    private Response isExpected(Request request) {
        reports.requireReported(targets.job(request));
        return Response.of(200);
    }
}
