package hobson.remote.trigger;

import hobson.engine.Refusal;
import hobson.engine.item.Folder;
import hobson.engine.item.Jobs;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/** Folders whose items a scan finds ({@code endpoints.md §2.9}): this server keeps them and cannot scan. */
final class FolderScan {
    private static final String SENTENCE =
            "This server keeps folders of this type and cannot scan for what belongs into them.";

    private final Jobs jobs;
    private final Authorization authorization;
    private final Targets targets;

    FolderScan(Jobs jobs, Authorization authorization, Targets targets) {
        this.jobs = jobs;
        this.authorization = authorization;
        this.targets = targets;
    }

    void addTo(Places places) {
        for (var name : new String[] {"indexing", "computation"}) {
            var scan = new Place("scan of a folder");
            scan.get("consoleText", this::console).post("stop", this::stop).index(this::console);
            places.job.child(name, scan);
        }
    }

    /** Scans a folder, and leaves jobs to the other handler. */
    Handler or(Handler build) {
        return request -> request.isMethod("POST") && targets.item(request) instanceof Folder
                ? scan(request)
                : build.handle(request);
    }

    /** The scan ends at once; its console says why. */
    private Response scan(Request request) {
        authorization.require(targets.caller(request), Permission.JOB_BUILD, computed(request));
        return Response.redirect(".");
    }

    private Response console(Request request) {
        computed(request);
        return Response.ok(ContentType.TEXT, Body.text(SENTENCE + "\n"));
    }

    private Response stop(Request request) {
        authorization.require(targets.caller(request), Permission.JOB_CANCEL, computed(request));
        return Response.redirect("..");
    }

    private Folder computed(Request request) {
        var item = targets.item(request);
        if (item instanceof Folder folder && jobs.definition(folder).computed()) {
            return folder;
        }
        throw Refusal.notFound(item.path() + " is not scanned");
    }
}
