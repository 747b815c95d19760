package hobson.server.configuration;

import static java.util.Map.entry;

import hobson.engine.user.Permission;
import hobson.server.spelling.Spelling;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a file calls the permissions: {@code Job/Build}, by the title of the group and the name (security.md §8.1). */
final class PermissionNames {
    private static final Map<String, Permission> GRANTED = Map.ofEntries(
            entry("Overall/Administer", Permission.ADMINISTER),
            entry("Overall/Read", Permission.READ),
            entry("Job/Create", Permission.JOB_CREATE),
            entry("Job/Delete", Permission.JOB_DELETE),
            entry("Job/Configure", Permission.JOB_CONFIGURE),
            entry("Job/Read", Permission.JOB_READ),
            entry("Job/Discover", Permission.JOB_DISCOVER),
            entry("Job/ExtendedRead", Permission.JOB_EXTENDED_READ),
            entry("Job/Build", Permission.JOB_BUILD),
            entry("Job/Cancel", Permission.JOB_CANCEL),
            entry("Job/Workspace", Permission.JOB_WORKSPACE),
            entry("Run/Delete", Permission.BUILD_DELETE),
            entry("Run/Update", Permission.BUILD_UPDATE),
            entry("View/Create", Permission.VIEW_CREATE),
            entry("View/Delete", Permission.VIEW_DELETE),
            entry("View/Configure", Permission.VIEW_CONFIGURE),
            entry("View/Read", Permission.VIEW_READ),
            entry("Agent/Create", Permission.NODE_CREATE),
            entry("Agent/Delete", Permission.NODE_DELETE),
            entry("Agent/Configure", Permission.NODE_CONFIGURE),
            entry("Agent/Disconnect", Permission.NODE_DISCONNECT),
            entry("Agent/Connect", Permission.NODE_CONNECT),
            entry("Agent/Build", Permission.NODE_BUILD));

    /** They guard things that this server does not have: granting one changes nothing. */
    private static final Set<String> WITHOUT_OBJECT = Set.of(
            "Overall/Manage",
            "Overall/SystemRead",
            "Overall/RunScripts",
            "Overall/UploadPlugins",
            "Overall/ConfigureUpdateCenter",
            "Agent/ExtendedRead",
            "Agent/Provision",
            "Job/Move",
            "Job/ViewStatus",
            "Job/WipeOut",
            "Run/Artifacts",
            "Run/Replay",
            "SCM/Tag",
            "Credentials/Create",
            "Credentials/Update",
            "Credentials/View",
            "Credentials/Delete",
            "Credentials/ManageDomains",
            "Credentials/UseOwn",
            "Credentials/UseItem");

    private PermissionNames() {}

    /** The permission of that name; empty for one that would change nothing here. */
    static Optional<Permission> read(Value at, String name) {
        var permission = GRANTED.get(name);
        if (permission == null && !WITHOUT_OBJECT.contains(name)) {
            var known = new TreeSet<>(GRANTED.keySet());
            var hint = Spelling.closest(name, known)
                    .map(word -> "; did you mean '" + word + "'?")
                    .orElse(".");
            throw at.wrong(
                    "names the unknown permission '" + name + "'" + hint + " Known here: " + String.join(", ", known));
        }
        return Optional.ofNullable(permission);
    }
}
