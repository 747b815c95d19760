package hobson.remote.read;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.Result;
import hobson.engine.item.Job;
import org.jspecify.annotations.Nullable;

/** The colour of a job's ball: what its newest builds came to, in one word (objects.md §5.1). */
public final class Colour {
    private Colour() {}

    public static String of(Job job) {
        var newest = job.newest();
        boolean running = newest != null && newest.result() == null;
        if (job.disabled()) return running ? "disabled_anime" : "disabled";
        // While builds run the newest one that has ended gives the colour: those between are running too.
        var colour = of(running ? job.completed() : newest);
        return running ? animated(colour) : colour;
    }

    /** Of one build; while it runs, that of the build before it, in motion. */
    public static String of(BuildSummary build, @Nullable BuildSummary before) {
        return build.result() == null ? animated(of(before)) : of(build);
    }

    private static String of(@Nullable BuildSummary build) {
        var result = build == null ? null : build.result();
        return result == null ? "notbuilt" : of(result);
    }

    static String of(Result result) {
        return switch (result) {
            case SUCCESS -> "blue";
            case UNSTABLE -> "yellow";
            case FAILURE -> "red";
            case NOT_BUILT -> "notbuilt";
            case ABORTED -> "aborted";
        };
    }

    private static String animated(String colour) {
        return switch (colour) {
            case "blue" -> "blue_anime";
            case "yellow" -> "yellow_anime";
            case "red" -> "red_anime";
            case "aborted" -> "aborted_anime";
            default -> "notbuilt_anime";
        };
    }
}
