package hobson.remote.build;

import hobson.engine.Refusal;
import hobson.engine.build.BuildActions;
import hobson.engine.build.BuildId;
import hobson.engine.node.Computers;
import hobson.engine.run.BuildRunner;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.remote.RouteGroup;
import hobson.remote.form.SubmittedForm;
import hobson.remote.pipeline.PipelineRoutes;
import hobson.remote.route.NodeTargets;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.util.Optional;

/** The short actions of builds and executors ({@code endpoints.md §5}). */
public final class BuildRoutes implements RouteGroup {
    private static final String HERE = ".";

    private final BuildActions actions;
    private final BuildRunner runner;
    private final NodeTargets nodes;
    private final Targets targets;

    public BuildRoutes(BuildActions actions, BuildRunner runner, Computers computers, Targets targets) {
        this.actions = actions;
        this.runner = runner;
        this.nodes = new NodeTargets(computers);
        this.targets = targets;
    }

    @Override
    public void addTo(Places places) {
        places.build
                .post("stop", this::stop)
                .post("term", this::end)
                .post("kill", this::end)
                .post("toggleLogKeep", this::toggleKeep)
                .post("doDelete", this::delete)
                .post("submitDescription", this::describe)
                .post("configSubmit", this::configure);
        places.executor.post("stop", this::stopExecutor).post("stopBuild", this::stopExecutor);
    }

    private BuildId build(Request request) {
        var build = targets.build(request);
        return new BuildId(build.jobId(), build.number());
    }

    private Response stop(Request request) {
        runner.stop(targets.caller(request), build(request));
        return back(request);
    }

    /** Of pipelines. Clients tell by where they are sent that other builds have no such action (clients.md, Build). */
    private Response end(Request request) {
        if (PipelineRoutes.isPipeline(targets.job(request))) return stop(request);
        if (request.path().slashed()) throw Refusal.notFound("only builds of pipelines have this action");
        return Response.redirect(request.path().tokens().getLast() + "/");
    }

    private Response toggleKeep(Request request) {
        actions.toggleKeep(targets.caller(request), build(request));
        return back(request);
    }

    private Response delete(Request request) {
        var job = targets.job(request);
        actions.delete(targets.caller(request), build(request));
        return Response.redirect(request.link(job.path().url()));
    }

    private Response describe(Request request) {
        var build = build(request);
        actions.describe(
                targets.caller(request), build, request.parameter("description").orElse(null));
        return Response.redirect(HERE);
    }

    private Response configure(Request request) {
        var build = build(request);
        actions.requireUpdate(targets.caller(request), build);
        var form = SubmittedForm.of(request);
        actions.rename(targets.caller(request), build, form.text("displayName"));
        if (form.has("description")) {
            actions.describe(targets.caller(request), build, form.text("description"));
        }
        return Response.redirect(HERE);
    }

    /**
     * Stops what the executor runs; {@code runExtId} names the build that is meant, in case it has ended meanwhile. To a caller who may
     * not read jobs nothing happens: else the answer would say which one it is.
     */
    private Response stopExecutor(Request request) {
        var running = running(request).filter(build -> isReadable(request, build));
        var meant = request.parameter("runExtId").orElse("");
        if (running.isPresent() && (meant.isEmpty() || meant.equals(name(running.get())))) {
            runner.stop(targets.caller(request), running.get());
        }
        return back(request);
    }

    /** To the page of this server that the caller comes from. */
    private static Response back(Request request) {
        var root = request.origin().url() + "/";
        return Response.redirect(
                request.header("Referer").filter(page -> page.startsWith(root)).orElse(HERE));
    }

    private boolean isReadable(Request request, BuildId build) {
        return targets.jobs()
                .find(build.jobId())
                .filter(job -> targets.jobs().isReadable(targets.caller(request), job))
                .isPresent();
    }

    private Optional<BuildId> running(Request request) {
        var number = Match.of(request).capture("executor");
        return nodes.shown(request).executors().all().stream()
                .filter(executor -> Integer.toString(executor.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("there is no executor " + number))
                .build();
    }

    private String name(BuildId build) {
        return targets.jobs()
                .find(build.jobId())
                .map(job -> job.path().fullName() + "#" + build.number())
                .orElse("");
    }
}
