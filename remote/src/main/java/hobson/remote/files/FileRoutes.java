package hobson.remote.files;

import hobson.engine.Refusal;
import hobson.engine.build.BuildFolders;
import hobson.engine.build.Builds;
import hobson.engine.item.Jobs;
import hobson.engine.run.Workspaces;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.file.FileTree;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;

/** Artifacts of builds and workspaces of jobs. */
public final class FileRoutes implements RouteGroup {
    private final Jobs jobs;
    private final Builds builds;
    private final Workspaces workspaces;
    private final Authorization authorization;
    private final Targets targets;
    private final FileBrowser browser;

    /** @param patterns compiles Ant patterns, as archiving understands them */
    public FileRoutes(
            Jobs jobs,
            Builds builds,
            Workspaces workspaces,
            Authorization authorization,
            Targets targets,
            Pages pages,
            Function<String, Predicate<String>> patterns) {
        this.jobs = jobs;
        this.builds = builds;
        this.workspaces = workspaces;
        this.authorization = authorization;
        this.targets = targets;
        this.browser = new FileBrowser(pages, patterns);
    }

    @Override
    public void addTo(Places places) {
        places.build.any("artifact", this::artifact);
        places.job.any("ws", this::workspace).post("doWipeOutWorkspace", this::wipeOut);
    }

    private Response artifact(Request request) {
        var build = targets.build(request);
        var root = builds.folders().artifacts(build.jobId(), build.number());
        if (!Files.isDirectory(root)) {
            throw Refusal.notFound("build " + build.number() + " has no artifacts");
        }
        return browser.answer(
                request, new FileBrowser.Root(new FileTree(root), "archive", "Artifacts of " + build.label()));
    }

    private Response workspace(Request request) {
        var job = targets.job(request);
        authorization.require(targets.caller(request), Permission.JOB_WORKSPACE);
        var root = of(request);
        if (!Files.isDirectory(root)) {
            throw Refusal.notFound("no workspace");
        }
        var name = String.valueOf(root.getFileName());
        return browser.answer(request, new FileBrowser.Root(new FileTree(root), name, "Workspace of " + job.label()));
    }

    private Path of(Request request) {
        var job = targets.job(request);
        return workspaces.of(job.path(), jobs.definition(job));
    }

    private Response wipeOut(Request request) {
        var root = of(request);
        var permission = workspaces.isOwn(root) ? Permission.JOB_BUILD : Permission.JOB_CONFIGURE;
        authorization.require(targets.caller(request), permission);
        if (workspaces.inUse(root)) {
            throw Refusal.conflict("a build works in the workspace; wipe it out when the build has ended");
        }
        try {
            BuildFolders.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException("the workspace could not be deleted: " + root, e);
        }
        return Response.redirect(".");
    }
}
