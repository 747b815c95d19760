package hobson.engine.user;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds permissions by what people and documents call them, in new spellings and old ones. */
public final class PermissionNames {
    private static final Map<String, Permission> KNOWN = known();

    /** Older names of a group, and the one that it has now. */
    private static final Map<String, String> RENAMED = Map.of(
            "jenkins.model.Jenkins.", "hudson.model.Hudson.",
            "hudson.model.Slave.", "hudson.model.Computer.",
            "hudson.slaves.Cloud.", "hudson.model.Computer.",
            "hudson.model.Job.", "hudson.model.Item.",
            "hudson.model.AbstractProject.", "hudson.model.Item.",
            "Slave/", "Agent/",
            "Node/", "Agent/");

    /** Old configurations grant them; they never did anything that {@link Permission#ADMINISTER} does not. */
    private static final Set<String> OBSOLETE = Set.of("RunScripts", "UploadPlugins", "ConfigureUpdateCenter");

    private static final List<String> OVERALL =
            List.of("Overall/", "hudson.model.Hudson.", "jenkins.model.Jenkins.", "hudson.PluginManager.");

    private PermissionNames() {}

    /** By id or title; empty when nothing here is guarded by a permission of that name. */
    public static Optional<Permission> find(String name) {
        var permission = KNOWN.get(name);
        if (permission == null) {
            for (var renamed : RENAMED.entrySet()) {
                if (name.startsWith(renamed.getKey())) {
                    var newer =
                            renamed.getValue() + name.substring(renamed.getKey().length());
                    return Optional.ofNullable(KNOWN.get(newer));
                }
            }
        }
        return Optional.ofNullable(permission);
    }

    /** Whether it is a permission that no longer means anything: granting it is no mistake, and has no effect. */
    public static boolean isObsolete(String name) {
        return OVERALL.stream()
                .anyMatch(group -> name.startsWith(group) && OBSOLETE.contains(name.substring(group.length())));
    }

    /** {@code Job/Build} and all the others that people grant, in order. */
    public static List<String> titles() {
        return Arrays.stream(Permission.values())
                .map(Permission::title)
                .sorted()
                .toList();
    }

    private static Map<String, Permission> known() {
        var known = new HashMap<String, Permission>();
        for (var permission : Permission.values()) {
            known.put(permission.id(), permission);
            known.put(permission.title(), permission);
        }
        return Map.copyOf(known);
    }
}
