package hobson.engine.build;

/** How a build ended, from best to worst. */
public enum Result {
    SUCCESS,
    UNSTABLE,
    FAILURE,
    NOT_BUILT,
    ABORTED;

    public boolean isWorseThan(Result other) {
        return compareTo(other) > 0;
    }

    public boolean isBetterOrEqualTo(Result other) {
        return compareTo(other) <= 0;
    }

    /** A build's result never improves. */
    public Result combine(Result other) {
        return isWorseThan(other) ? this : other;
    }
}
