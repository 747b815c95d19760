package hobson.client;

import java.util.Arrays;
import java.util.Optional;

/** How a build ended, from good to bad. */
public enum Result {
    SUCCESS,
    /** Tests failed, or something else that is no failure of the build itself. */
    UNSTABLE,
    FAILURE,
    NOT_BUILT,
    ABORTED;

    /** The result of that name; nothing for none. */
    static Optional<Result> of(Json name) {
        var text = name.asText().orElse("");
        return Arrays.stream(values())
                .filter(result -> result.name().equals(text))
                .findFirst();
    }

    /** Whether a build with this result is at least as good as one with that. */
    public boolean isAtLeast(Result other) {
        return compareTo(other) <= 0;
    }
}
