package hobson.remote.pipeline;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import hobson.engine.item.Job;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.Artifacts;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** {@code wfapi} of pipelines and of their builds; no other kind of job has it. */
public final class PipelineRoutes implements RouteGroup {
    private static final String PIPELINE = "org.jenkinsci.plugins.workflow.job.WorkflowJob";
    private static final Header JSON = ContentType.of("application/json; charset=UTF-8");
    private static final int MOST_RUNS = 10;

    private final Builds builds;
    private final Artifacts artifacts;
    private final Authorization authorization;
    private final Targets targets;
    private final InstantSource clock;

    public PipelineRoutes(
            Builds builds, Artifacts artifacts, Authorization authorization, Targets targets, InstantSource clock) {
        this.builds = builds;
        this.artifacts = artifacts;
        this.authorization = authorization;
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public void addTo(Places places) {
        var ofJob = new Place("stage view of a job");
        places.job.child("wfapi", ofJob);
        ofJob.index(this::job).any("describe", this::job).any("runs", this::runs);
        var ofBuild = new Place("stage view of a build");
        places.build.child("wfapi", ofBuild);
        ofBuild.index(this::run)
                .any("describe", this::run)
                .any("changesets", request -> none(request, "[]"))
                .any("artifacts", this::artifacts)
                .any("pendingInputActions", request -> none(request, "[]"))
                .any("nextPendingInputAction", request -> none(request, "null"));
    }

    public static boolean isPipeline(Job job) {
        return job.kind().equals(PIPELINE);
    }

    private Job pipeline(Request request) {
        var job = targets.job(request);
        if (isPipeline(job)) {
            return job;
        }
        throw Refusal.notFound(job.path() + " is no pipeline");
    }

    private Response job(Request request) {
        var job = pipeline(request);
        int count = Math.min(MOST_RUNS, targets.history(job, request).size());
        return json(writer(request).ofJob(job.name(), job.path().url(), count));
    }

    /** Newest first, up to and including the one whose name is {@code since}. */
    private Response runs(Request request) {
        var job = pipeline(request);
        var since = request.parameter("since");
        var runs = new ArrayList<String>();
        for (var summary : builds.history(job.id()).newest(MOST_RUNS)) {
            var build = builds.find(job.id(), summary.number());
            if (build.isEmpty()) continue;
            runs.add(run(request, job, build.get()));
            if (since.filter(build.get().label()::equals).isPresent()) break;
        }
        return json("[" + String.join(",", runs) + "]");
    }

    private Response run(Request request) {
        return json(run(request, pipeline(request), targets.build(request)));
    }

    private String run(Request request, Job job, Build build) {
        boolean hasArtifacts = Files.isDirectory(builds.folders().artifacts(build.jobId(), build.number()));
        return writer(request).of(build, address(job, build), hasArtifacts);
    }

    private Response artifacts(Request request) {
        var job = pipeline(request);
        authorization.require(targets.caller(request), Permission.BUILD_ARTIFACTS, job);
        var build = targets.build(request);
        var paths = artifacts.of(new BuildId(build.jobId(), build.number()));
        return json(writer(request).artifacts(paths, sizes(build, paths), address(job, build)));
    }

    private List<Long> sizes(Build build, List<String> paths) {
        var folder = builds.folders().artifacts(build.jobId(), build.number());
        var sizes = new ArrayList<Long>();
        try {
            for (var path : paths) {
                sizes.add(Files.size(folder.resolve(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the artifacts of build " + build.number() + " could not be read", e);
        }
        return sizes;
    }

    private Response none(Request request, String json) {
        pipeline(request);
        targets.build(request);
        return json(json);
    }

    private static String address(Job job, Build build) {
        return job.path().url() + build.number() + "/";
    }

    private RunJson writer(Request request) {
        return new RunJson(request.link(""), clock.millis());
    }

    private static Response json(String text) {
        return Response.ok(JSON, Body.text(text));
    }
}
