package hobson.engine.user;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may be allowed. Each is implied by another one, up to {@link #ADMINISTER} (security.md §8.1).
 *
 * <p>A permission has two names. Its {@link #id} stands in documents and headers, {@code hudson.model.Item.Build}; its {@link #title}
 * is what people read and write, {@code Job/Build}. {@link PermissionNames} finds it by either.
 */
public enum Permission {
    ADMINISTER(Group.OVERALL, "Administer", null),
    FULL_CONTROL(Group.GENERIC, "FullControl", ADMINISTER),
    GENERIC_READ(Group.GENERIC, "GenericRead", ADMINISTER),
    GENERIC_WRITE(Group.GENERIC, "GenericWrite", ADMINISTER),
    GENERIC_CREATE(Group.GENERIC, "GenericCreate", GENERIC_WRITE),
    GENERIC_UPDATE(Group.GENERIC, "GenericUpdate", GENERIC_WRITE),
    GENERIC_DELETE(Group.GENERIC, "GenericDelete", GENERIC_WRITE),
    GENERIC_CONFIGURE(Group.GENERIC, "GenericConfigure", GENERIC_UPDATE),
    MANAGE(Group.OVERALL, "Manage", ADMINISTER),
    SYSTEM_READ(Group.OVERALL, "SystemRead", ADMINISTER),
    READ(Group.OVERALL, "Read", GENERIC_READ),
    JOB_CREATE(Group.JOB, "Create", GENERIC_CREATE),
    JOB_DELETE(Group.JOB, "Delete", GENERIC_DELETE),
    JOB_CONFIGURE(Group.JOB, "Configure", GENERIC_CONFIGURE),
    JOB_READ(Group.JOB, "Read", GENERIC_READ),
    JOB_DISCOVER(Group.JOB, "Discover", JOB_READ),
    JOB_VIEW_STATUS(Group.JOB, "ViewStatus", JOB_READ),
    JOB_EXTENDED_READ(Group.JOB, "ExtendedRead", JOB_CONFIGURE),
    JOB_BUILD(Group.JOB, "Build", GENERIC_UPDATE),
    JOB_CANCEL(Group.JOB, "Cancel", GENERIC_UPDATE),
    JOB_WORKSPACE(Group.JOB, "Workspace", GENERIC_READ),
    JOB_WIPE_OUT(Group.JOB, "WipeOut", ADMINISTER, JOB_BUILD),
    JOB_MOVE(Group.JOB, "Move", GENERIC_CREATE),
    BUILD_DELETE(Group.RUN, "Delete", GENERIC_DELETE),
    BUILD_UPDATE(Group.RUN, "Update", GENERIC_UPDATE),
    BUILD_ARTIFACTS(Group.RUN, "Artifacts", ADMINISTER, JOB_READ),
    BUILD_REPLAY(Group.RUN, "Replay", JOB_CONFIGURE),
    VIEW_CREATE(Group.VIEW, "Create", GENERIC_CREATE),
    VIEW_DELETE(Group.VIEW, "Delete", GENERIC_DELETE),
    VIEW_CONFIGURE(Group.VIEW, "Configure", GENERIC_CONFIGURE),
    VIEW_READ(Group.VIEW, "Read", GENERIC_READ),
    NODE_CREATE(Group.AGENT, "Create", GENERIC_CREATE),
    NODE_DELETE(Group.AGENT, "Delete", GENERIC_DELETE),
    NODE_CONFIGURE(Group.AGENT, "Configure", GENERIC_CONFIGURE),
    NODE_EXTENDED_READ(Group.AGENT, "ExtendedRead", NODE_CONFIGURE),
    NODE_DISCONNECT(Group.AGENT, "Disconnect", ADMINISTER),
    NODE_CONNECT(Group.AGENT, "Connect", NODE_DISCONNECT),
    NODE_BUILD(Group.AGENT, "Build", GENERIC_WRITE),
    NODE_PROVISION(Group.AGENT, "Provision", ADMINISTER),
    SCM_TAG(Group.SCM, "Tag", GENERIC_CREATE),
    CREDENTIALS_CREATE(Group.CREDENTIALS, "Create", GENERIC_CREATE),
    CREDENTIALS_UPDATE(Group.CREDENTIALS, "Update", GENERIC_UPDATE),
    CREDENTIALS_VIEW(Group.CREDENTIALS, "View", GENERIC_READ),
    CREDENTIALS_DELETE(Group.CREDENTIALS, "Delete", GENERIC_DELETE),
    CREDENTIALS_MANAGE_DOMAINS(Group.CREDENTIALS, "ManageDomains", GENERIC_CONFIGURE),
    CREDENTIALS_USE_OWN(Group.CREDENTIALS, "UseOwn", JOB_BUILD),
    CREDENTIALS_USE_ITEM(Group.CREDENTIALS, "UseItem", JOB_CONFIGURE);

    private final Group group;
    private final String name;
    private final @Nullable Permission impliedBy;
    private final @Nullable Permission standIn;

    Permission(Group group, String name, @Nullable Permission impliedBy) {
        this(group, name, impliedBy, null);
    }

    Permission(Group group, String name, @Nullable Permission impliedBy, @Nullable Permission standIn) {
        this.group = group;
        this.name = name;
        this.impliedBy = impliedBy;
        this.standIn = standIn;
    }

    /** The next one up, null for {@link #ADMINISTER}. */
    public @Nullable Permission impliedBy() {
        return impliedBy;
    }

    /** What is asked for where this one is not in use; null for one that is always in use. See {@link Authorization#inUse}. */
    @Nullable
    Permission standIn() {
        return standIn;
    }

    /** {@code hudson.model.Item.Build}. */
    public String id() {
        return group.className + "." + name;
    }

    /** {@code Job/Build}. */
    public String title() {
        return group.title + "/" + name;
    }

    /** What permissions are about. */
    private enum Group {
        OVERALL("Overall", "hudson.model.Hudson"),
        GENERIC("Permission", "hudson.security.Permission"),
        AGENT("Agent", "hudson.model.Computer"),
        JOB("Job", "hudson.model.Item"),
        RUN("Run", "hudson.model.Run"),
        VIEW("View", "hudson.model.View"),
        SCM("SCM", "hudson.scm.SCM"),
        CREDENTIALS("Credentials", "com.cloudbees.plugins.credentials.CredentialsProvider");

        private final String title;
        private final String className;

        Group(String title, String className) {
            this.title = title;
            this.className = className;
        }
    }
}
