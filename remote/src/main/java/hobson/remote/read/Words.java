package hobson.remote.read;

import hobson.engine.build.Result;
import hobson.engine.item.Job;
import org.jspecify.annotations.Nullable;

/** States in words, for people. */
final class Words {
    private Words() {}

    static String state(Job job) {
        var running = job.building() ? ", building" : "";
        if (job.disabled()) return "disabled" + running;
        var newest = job.building() ? job.completed() : job.newest();
        return (newest == null ? "never built" : result(newest.result())) + running;
    }

    /** Null for a build that is running. */
    static String result(@Nullable Result result) {
        if (result == null) return "building";
        return switch (result) {
            case SUCCESS -> "success";
            case UNSTABLE -> "unstable";
            case FAILURE -> "failure";
            case NOT_BUILT -> "not built";
            case ABORTED -> "aborted";
        };
    }
}
