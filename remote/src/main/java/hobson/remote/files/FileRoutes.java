package hobson.remote.files;

import hobson.engine.Refusal;
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

/** Artifacts of builds, workspaces of jobs, and the files that the administrator gives to everybody. */
public final class FileRoutes implements RouteGroup {
    /** What parts put beside a workspace for a moment: secrets may be in it. */
    private static final String TEMPORARY = "@tmp";

    private final Jobs jobs;
    private final Builds builds;
    private final Workspaces workspaces;
    private final Path userContent;
    private final Authorization authorization;
    private final Targets targets;
    private final Pages pages;
    private final FileBrowser browser;

    /**
     * @param userContent the folder behind {@code /userContent/}
     * @param patterns compiles Ant patterns, as archiving understands them
     */
    public FileRoutes(
            Jobs jobs,
            Builds builds,
            Workspaces workspaces,
            Path userContent,
            Authorization authorization,
            Targets targets,
            Pages pages,
            FingerprintRoutes fingerprints,
            Function<String, Predicate<String>> patterns) {
        this.jobs = jobs;
        this.builds = builds;
        this.workspaces = workspaces;
        this.userContent = userContent;
        this.authorization = authorization;
        this.targets = targets;
        this.pages = pages;
        this.browser = new FileBrowser(pages, fingerprints.page(), patterns);
    }

    @Override
    public void addTo(Places places) {
        places.root.any("userContent", this::userContent);
        places.build.any("artifact", this::artifact);
        places.job.any("ws", this::workspace).post("doWipeOutWorkspace", this::wipeOut);
    }

    private static FileTree tree(Path root) {
        return new FileTree(root, name -> name.endsWith(TEMPORARY));
    }

    private Response userContent(Request request) {
        return browser.answer(request, new FileBrowser.Root(tree(userContent), "userContent", "User content"));
    }

    private Response artifact(Request request) {
        authorization.require(targets.caller(request), Permission.BUILD_ARTIFACTS, targets.job(request));
        var build = targets.build(request);
        authorization.require(targets.caller(request), Permission.BUILD_ARTIFACTS, targets.job(request));
        var root = builds.folders().artifacts(build.jobId(), build.number());
        if (!Files.isDirectory(root)) {
            throw Refusal.notFound("build " + build.number() + " has no artifacts");
        }
        return browser.answer(request, new FileBrowser.Root(tree(root), "archive", "Artifacts of " + build.label()));
    }

    private Response workspace(Request request) {
        var job = targets.job(request);
        authorization.require(targets.caller(request), Permission.JOB_WORKSPACE, job);
        var root = of(request);
        if (!Files.isDirectory(root)) {
            throw Refusal.notFound("no workspace");
        }
        var name = String.valueOf(root.getFileName());
        return browser.answer(request, new FileBrowser.Root(tree(root), name, "Workspace of " + job.label()));
    }

    private Path of(Request request) {
        var job = targets.job(request);
        return workspaces.of(job.path(), jobs.definition(job));
    }

    private Response wipeOut(Request request) {
        var root = of(request);
        var permission = workspaces.isOwn(root) ? Permission.JOB_WIPE_OUT : Permission.JOB_CONFIGURE;
        authorization.require(targets.caller(request), permission, targets.job(request));
        if (!Files.isDirectory(root)) {
            return pages.page(
                    200, "Nothing was deleted", html -> html.element("p", "The job has no workspace at the moment."));
        }
        try {
            if (!workspaces.wipe(root)) {
                throw Refusal.conflict("a build works in the workspace; wipe it out when the build has ended");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the workspace could not be deleted: " + root, e);
        }
        return Response.redirect(".");
    }
}
