package hobson.client;

import java.util.Optional;

/** What the ball of a job says: how its last completed build ended. */
public enum JobStatus {
    SUCCESS,
    UNSTABLE,
    FAILURE,
    ABORTED,
    NOT_BUILT,
    DISABLED;

    private static final String MOVING = "_anime";

    /** The status that a colour stands for; nothing for a folder, which has none, and for a colour of a plugin. */
    static Optional<JobStatus> of(String color) {
        return switch (color.replace(MOVING, "")) {
            case "blue", "green" -> Optional.of(SUCCESS);
            case "yellow" -> Optional.of(UNSTABLE);
            case "red" -> Optional.of(FAILURE);
            case "aborted" -> Optional.of(ABORTED);
            case "notbuilt", "grey", "nobuilt" -> Optional.of(NOT_BUILT);
            case "disabled" -> Optional.of(DISABLED);
            default -> Optional.empty();
        };
    }

    /** Whether a colour says that something is being built. */
    static boolean isBuilding(String color) {
        return color.endsWith(MOVING);
    }
}
