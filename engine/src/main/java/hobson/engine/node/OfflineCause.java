package hobson.engine.node;

/** Why a node takes no builds. Immutable. */
public sealed interface OfflineCause permits OfflineMark, OfflineCause.LaunchFailed {
    /** Since when, milliseconds since 1970. */
    long timestamp();

    /** The agent could not be started. */
    record LaunchFailed(long timestamp) implements OfflineCause {}
}
