package hobson.remote.route;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.Builds;
import hobson.engine.build.History;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.user.Caller;
import hobson.http.Request;
import hobson.http.route.Match;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects that a request's path means, as its caller may see them. Never waits for the store on the thread that reads the
 * network: it asks {@link Request#beforeBlocking} first.
 *
 * @param callers who asks
 */
public record Targets(ItemRegistry jobs, Builds builds, Function<Request, Caller> callers) {

    public Caller caller(Request request) {
        return callers.apply(request);
    }

    /**
     * The job of {@code /job/a/job/b/…}.
     *
     * @throws Refusal {@code NOT_FOUND}
     * @throws hobson.engine.user.Denied when the caller may know of the job and no more
     */
    public Job job(Request request) {
        if (item(request) instanceof Job job) {
            return job;
        }
        throw missing(Match.of(request).captures("job"));
    }

    /** As {@link #job}, for a job or a folder. */
    public Item item(Request request) {
        return jobs.visibleItem(caller(request), path(Match.of(request).captures("job")));
    }

    /** @throws Refusal {@code NOT_FOUND} for names that no item can have */
    static ItemPath path(List<String> names) {
        try {
            return new ItemPath(names);
        } catch (IllegalArgumentException e) {
            throw missing(names);
        }
    }

    /** The folder that the path leads to; null at the top. As {@link #job} for the folder. */
    public @Nullable Folder folder(Request request) {
        var names = Match.of(request).captures("job");
        if (names.isEmpty()) {
            return null;
        }
        if (item(request) instanceof Folder folder) {
            return folder;
        }
        throw missing(names);
    }

    /** Whether the path leads to something that has items and views: not to a job. */
    public boolean isFolderOrTop(Request request) {
        return Match.of(request).captures("job").isEmpty() || item(request) instanceof Folder;
    }

    private static Refusal missing(List<String> names) {
        return Refusal.notFound("there is no job ‘" + String.join("/", names) + "’");
    }

    /** The build of {@code /job/a/7/…} or {@code /job/a/lastBuild/…}; as {@link #job} for the job. */
    public Build build(Request request) {
        var job = job(request);
        var name = Match.of(request).capture("build");
        var number = number(job, name, request);
        return number.isPresent() ? build(job, number.getAsInt(), request) : missing(job, name);
    }

    private OptionalInt number(Job job, String name, Request request) {
        var permalink = BuildNames.permalink(name);
        return permalink == null
                ? BuildNames.number(name)
                : history(job, request).number(permalink);
    }

    public History history(Job job, Request request) {
        var known = builds.historyInMemory(job.id());
        if (known != null) {
            return known;
        }
        request.beforeBlocking();
        return builds.history(job.id());
    }

    private Build build(Job job, int number, Request request) {
        var known = builds.inMemory(new hobson.engine.build.BuildId(job.id(), number));
        if (known != null) {
            return known;
        }
        request.beforeBlocking();
        return builds.find(job.id(), number).orElseGet(() -> missing(job, Integer.toString(number)));
    }

    private static Build missing(Job job, String name) {
        throw Refusal.notFound(job.path() + " has no build ‘" + name + "’");
    }
}
