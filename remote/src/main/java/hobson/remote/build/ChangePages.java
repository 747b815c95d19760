package hobson.remote.build;

import hobson.engine.build.BuildId;
import hobson.engine.scm.Sources;
import hobson.engine.scm.Sources.Commit;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.RouteOption;
import hobson.remote.RouteGroup;
import hobson.remote.api.BuildSources;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.util.List;

/** What has changed: since the build before, and in the newest builds of a job ({@code endpoints.md §5}). */
public final class ChangePages implements RouteGroup {
    private static final int MOST_BUILDS = 100;
    private static final int MOST_COMMITS = 500;
    private static final int MOST_FILES = 100;

    private final BuildSources sources;
    private final Targets targets;
    private final Pages pages;

    public ChangePages(BuildSources sources, Targets targets, Pages pages) {
        this.sources = sources;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.build.get("changes", this::ofBuild, RouteOption.LEAF);
        places.job.get("changes", this::ofJob, RouteOption.LEAF);
    }

    private Response ofBuild(Request request) {
        var build = targets.build(request);
        var commits = commits(request, new BuildId(build.jobId(), build.number()));
        var title = targets.job(request).label() + " " + build.label() + " Changes";
        return pages.page(200, title, html -> {
            if (commits.isEmpty()) html.element("p", "No changes.");
            else write(html, commits, "detail");
            html.open("p").element("a", "The build", "href", "./").close();
        });
    }

    private Response ofJob(Request request) {
        var job = targets.job(request);
        var builds = targets.history(job, request).newest(MOST_BUILDS);
        return pages.page(200, job.label() + " Changes", html -> {
            int shown = 0;
            for (var build : builds) {
                var commits = commits(request, new BuildId(job.id(), build.number()));
                if (commits.isEmpty() || shown > MOST_COMMITS) continue;
                shown += commits.size();
                var number = Integer.toString(build.number());
                html.open("h2")
                        .element("a", "#" + number, "href", number + "/changes")
                        .close();
                write(html, commits, number + "-detail");
            }
            if (shown == 0) html.element("p", "No changes in any of the builds.");
            html.open("p").element("a", "The job", "href", "./").close();
        });
    }

    private List<Commit> commits(Request request, BuildId build) {
        request.beforeBlocking();
        return sources.of(build).map(Sources::commits).orElse(List.of());
    }

    /** @param id what the ids of the commits begin with: there is each of them once on a page */
    private static void write(Html html, List<Commit> commits, String id) {
        html.open("ol");
        for (int i = 0; i < Math.min(MOST_COMMITS, commits.size()); i++) {
            var commit = commits.get(i);
            html.open("li", "id", id + i).element("strong", commit.title());
            html.text(" by " + commit.author().name() + ", ").element("code", commit.id());
            files(html, commit);
            html.close();
        }
        html.close();
        if (commits.size() > MOST_COMMITS) html.element("p", "and " + (commits.size() - MOST_COMMITS) + " more");
    }

    private static void files(Html html, Commit commit) {
        html.open("ul");
        commit.files().stream().limit(MOST_FILES).forEach(file -> html.element("li", file.edit() + " " + file.path()));
        html.close();
    }
}
