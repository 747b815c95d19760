package hobson.remote.page;

import hobson.engine.user.Permission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of permissions on the wire (security.md §8.1): ids such as {@code hudson.model.Item.Build}, and the titles
 * that people read, such as {@code Job/Build}.
 */
public final class PermissionId {
    private static final String ADMINISTER = "hudson.model.Hudson.Administer";
    private static final String GENERIC = "hudson.security.Permission.Generic";

    private PermissionId() {}

    /** What {@code X-Required-Permission} says. A permission that nobody can be granted is named by the one that implies it. */
    public static String of(Permission permission) {
        return entry(permission).id();
    }

    /** {@code Overall/Administer}: how a person is told what is missing. */
    public static String title(Permission permission) {
        return entry(permission).title();
    }

    /** What {@code X-Permission-Implied-By} says, nearest first. */
    public static List<String> impliedBy(Permission permission) {
        var chain = new ArrayList<String>();
        for (var id = entry(permission).impliedBy(); id != null; id = above(id)) {
            chain.add(id);
        }
        return chain;
    }

    private static @Nullable String above(String id) {
        return switch (id) {
            case GENERIC + "Create", GENERIC + "Update", GENERIC + "Delete" -> GENERIC + "Write";
            case GENERIC + "Configure" -> GENERIC + "Update";
            case GENERIC + "Read", GENERIC + "Write", "hudson.model.Computer.Disconnect" -> ADMINISTER;
            case "hudson.model.Item.Read" -> GENERIC + "Read";
            default -> null;
        };
    }

    private static Entry entry(Permission permission) {
        return switch (permission) {
            case ADMINISTER -> new Entry(ADMINISTER, "Overall/Administer", null);
            case READ -> overall("Read", GENERIC + "Read");
            case JOB_CREATE -> job("Create", GENERIC + "Create");
            case JOB_DELETE -> job("Delete", GENERIC + "Delete");
            case JOB_CONFIGURE, JOB_EXTENDED_READ -> job("Configure", GENERIC + "Configure");
            case JOB_READ -> job("Read", GENERIC + "Read");
            case JOB_DISCOVER -> job("Discover", "hudson.model.Item.Read");
            case JOB_BUILD -> job("Build", GENERIC + "Update");
            case JOB_CANCEL -> job("Cancel", GENERIC + "Update");
            case JOB_WORKSPACE -> job("Workspace", GENERIC + "Read");
            case BUILD_DELETE -> run("Delete");
            case BUILD_UPDATE -> run("Update");
            case VIEW_CREATE -> view("Create");
            case VIEW_DELETE -> view("Delete");
            case VIEW_CONFIGURE -> view("Configure");
            case VIEW_READ -> view("Read");
            case NODE_CREATE -> node("Create", GENERIC + "Create");
            case NODE_DELETE -> node("Delete", GENERIC + "Delete");
            case NODE_CONFIGURE -> node("Configure", GENERIC + "Configure");
            case NODE_DISCONNECT -> node("Disconnect", ADMINISTER);
            case NODE_CONNECT -> node("Connect", "hudson.model.Computer.Disconnect");
            case NODE_BUILD -> node("Build", GENERIC + "Write");
        };
    }

    private static Entry overall(String name, String impliedBy) {
        return new Entry("hudson.model.Hudson." + name, "Overall/" + name, impliedBy);
    }

    private static Entry job(String name, String impliedBy) {
        return new Entry("hudson.model.Item." + name, "Job/" + name, impliedBy);
    }

    private static Entry run(String name) {
        return new Entry("hudson.model.Run." + name, "Run/" + name, GENERIC + name);
    }

    private static Entry view(String name) {
        return new Entry("hudson.model.View." + name, "View/" + name, GENERIC + name);
    }

    private static Entry node(String name, String impliedBy) {
        return new Entry("hudson.model.Computer." + name, "Agent/" + name, impliedBy);
    }

    private record Entry(String id, String title, @Nullable String impliedBy) {}
}
