package hobson.remote.item;

import hobson.engine.item.Jobs;
import hobson.http.Body;
import hobson.http.Conditional;
import hobson.http.ContentType;
import hobson.http.EntityTag;
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
        var document = jobs.document(targets.caller(request), targets.item(request));
        var answer = Response.ok(ContentType.XML_BARE, Body.bytes(document).compressible());
        return Conditional.answer(request, answer, EntityTag.strong(document));
    }

    Response write(Request request) {
        var job = targets.item(request);
        var caller = targets.caller(request);
        jobs.requireConfigure(caller, job);
        var document = Documents.posted(request);
        jobs.configure(caller, job, document, before -> Conditional.require(request, EntityTag.strong(before)));
        return Response.of(200).with(EntityTag.strong(document).header());
    }
}
