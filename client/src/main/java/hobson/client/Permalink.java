package hobson.client;

/** Builds that have a name besides their number. */
public enum Permalink {
    FIRST("firstBuild"),
    LAST("lastBuild"),
    LAST_COMPLETED("lastCompletedBuild"),
    /** {@link Result#SUCCESS} alone. */
    LAST_STABLE("lastStableBuild"),
    /** {@link Result#SUCCESS} or {@link Result#UNSTABLE}. */
    LAST_SUCCESSFUL("lastSuccessfulBuild"),
    LAST_UNSTABLE("lastUnstableBuild"),
    /** Everything but {@link Result#SUCCESS}. */
    LAST_UNSUCCESSFUL("lastUnsuccessfulBuild"),
    /** {@link Result#FAILURE} alone. */
    LAST_FAILED("lastFailedBuild");

    private final String id;

    Permalink(String id) {
        this.id = id;
    }

    /** As in an address. */
    public String id() {
        return id;
    }
}
