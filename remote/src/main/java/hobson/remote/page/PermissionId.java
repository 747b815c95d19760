package hobson.remote.page;

import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a caller is told which permission it lacks (security.md §3.2). */
public final class PermissionId {
    /** Those that Jenkins has switched off by default are named, as there, by the one that implies them. */
    private static final Map<Permission, Permission> NAMED_BY = Map.of(
            Permission.MANAGE, Permission.ADMINISTER,
            Permission.SYSTEM_READ, Permission.ADMINISTER,
            Permission.JOB_EXTENDED_READ, Permission.JOB_CONFIGURE,
            Permission.NODE_EXTENDED_READ, Permission.NODE_CONFIGURE,
            Permission.CREDENTIALS_USE_ITEM, Permission.JOB_CONFIGURE,
            Permission.CREDENTIALS_USE_OWN, Permission.JOB_BUILD);

    private PermissionId() {}

    /** What {@code X-Required-Permission} says. */
    public static String of(Permission permission) {
        return named(permission).id();
    }

    /** {@code Overall/Administer}: how a person is told what is missing. */
    public static String title(Permission permission) {
        return named(permission).title();
    }

    /** What a person is told who may not do something. */
    public static String sentence(Denied denied) {
        var permission = denied.permission();
        return permission == null
                ? denied.caller().name() + " may not do that"
                : denied.caller().name() + " is missing the " + title(permission) + " permission";
    }

    /** What {@code X-Permission-Implied-By} says, nearest first. */
    public static List<String> impliedBy(Permission permission) {
        var chain = new ArrayList<String>();
        for (var above = named(permission).impliedBy(); above != null; above = above.impliedBy()) {
            chain.add(above.id());
        }
        return chain;
    }

    private static Permission named(Permission permission) {
        return NAMED_BY.getOrDefault(permission, permission);
    }
}
