package hobson.store;

import hobson.engine.user.Grants;
import hobson.engine.user.OwnGrants;
import hobson.engine.user.OwnGrants.Inheritance;
import hobson.engine.user.Permission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an item says of the permissions to it, in bytes: permissions by name, of which those no longer known grant nothing. */
final class GrantCodes {
    private static final Map<String, Permission> PERMISSIONS = byName();

    private GrantCodes() {}

    static void write(Encoder out, @Nullable OwnGrants grants) {
        out.flag(grants != null);
        if (grants != null) {
            out.text(grants.inheritance().name());
            write(out, grants.grants().users());
            write(out, grants.grants().groups());
        }
    }

    private static void write(Encoder out, Map<String, Set<Permission>> grants) {
        out.list(
                List.copyOf(grants.entrySet()),
                (to, grant) -> to.text(grant.getKey())
                        .list(List.copyOf(grant.getValue()), (each, permission) -> each.text(permission.name())));
    }

    static @Nullable OwnGrants read(Decoder in) {
        if (!in.flag()) {
            return null;
        }
        return new OwnGrants(Inheritance.valueOf(in.text()), new Grants(grants(in), grants(in)));
    }

    private static Map<String, Set<Permission>> grants(Decoder in) {
        var grants = new HashMap<String, Set<Permission>>();
        in.list(from -> grants.put(from.text(), permissions(from)));
        return grants;
    }

    private static Set<Permission> permissions(Decoder in) {
        var known = new HashSet<Permission>();
        for (var name : in.list(Decoder::text)) {
            var permission = PERMISSIONS.get(name);
            if (permission != null) {
                known.add(permission);
            }
        }
        return known;
    }

    private static Map<String, Permission> byName() {
        var byName = new HashMap<String, Permission>();
        for (var permission : Permission.values()) {
            byName.put(permission.name(), permission);
        }
        return byName;
    }
}
