package hobson.engine.user;

import org.jspecify.annotations.Nullable;

/** What a caller may be allowed. Each is implied by another one, up to {@link #ADMINISTER}. */
public enum Permission {
    ADMINISTER(null),
    READ(ADMINISTER),
    JOB_CREATE(ADMINISTER),
    JOB_DELETE(ADMINISTER),
    JOB_CONFIGURE(ADMINISTER),
    JOB_READ(ADMINISTER),
    JOB_DISCOVER(JOB_READ),
    JOB_EXTENDED_READ(JOB_CONFIGURE),
    JOB_BUILD(ADMINISTER),
    JOB_CANCEL(ADMINISTER),
    JOB_WORKSPACE(ADMINISTER),
    BUILD_DELETE(ADMINISTER),
    BUILD_UPDATE(ADMINISTER),
    VIEW_CREATE(ADMINISTER),
    VIEW_DELETE(ADMINISTER),
    VIEW_CONFIGURE(ADMINISTER),
    VIEW_READ(ADMINISTER),
    NODE_CREATE(ADMINISTER),
    NODE_DELETE(ADMINISTER),
    NODE_CONFIGURE(ADMINISTER),
    NODE_DISCONNECT(ADMINISTER),
    NODE_CONNECT(NODE_DISCONNECT),
    NODE_BUILD(ADMINISTER);

    private final @Nullable Permission impliedBy;

    Permission(@Nullable Permission impliedBy) {
        this.impliedBy = impliedBy;
    }

    /** The next one up, null for {@link #ADMINISTER}. */
    public @Nullable Permission impliedBy() {
        return impliedBy;
    }
}
