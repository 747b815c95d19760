package hobson.engine.build;

/** Builds that are called by what they are instead of by number. */
public enum Permalink {
    /** The newest one, running or not. */
    LAST,
    /** The oldest one. */
    FIRST,
    /** The newest one that has ended. */
    LAST_COMPLETED,
    /** Ended with SUCCESS or UNSTABLE. */
    LAST_SUCCESSFUL,
    /** Ended with SUCCESS. */
    LAST_STABLE,
    /** Ended with UNSTABLE. */
    LAST_UNSTABLE,
    /** Ended with FAILURE. */
    LAST_FAILED,
    /** Ended with anything but SUCCESS. */
    LAST_UNSUCCESSFUL
}
