package hobson.remote.item;

import hobson.engine.item.Jobs;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.route.Targets;

/** {@code config.xml} of a job ({@code endpoints.md §2.1}). */
final class ConfigXml {
    private final Jobs jobs;
    private final Targets targets;

    ConfigXml(Jobs jobs, Targets targets) {
        this.jobs = jobs;
        this.targets = targets;
    }

    Response read(Request request) {
        var document = jobs.document(targets.caller(request), targets.job(request));
        return Response.ok(ContentType.XML_BARE, Body.bytes(document).compressible());
    }

    Response write(Request request) {
        var job = targets.job(request);
        var caller = targets.caller(request);
        jobs.requireConfigure(caller);
        jobs.configure(caller, job, Documents.posted(request));
        return Response.of(200);
    }
}
