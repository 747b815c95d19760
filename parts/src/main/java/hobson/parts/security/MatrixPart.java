package hobson.parts.security;

import hobson.engine.user.Grant;
import hobson.engine.user.Grants;
import hobson.engine.user.OwnGrants;
import hobson.engine.user.OwnGrants.Inheritance;
import hobson.engine.user.Permission;
import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.document.Element;
import hobson.parts.document.Escape;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What jobs and folders say of the permissions to them ({@code security.md §8.2}, {@code config-xml.md §13}). */
public final class MatrixPart implements Part {
    private static final String PACKAGE = "org.jenkinsci.plugins.matrixauth.inheritance.";

    private static final String OF_JOB = "hudson.security.AuthorizationMatrixProperty";
    private static final String OF_FOLDER =
            "com.cloudbees.hudson.plugins.folder.properties.AuthorizationMatrixProperty";

    /** The name of the property in jobs or in folders. */
    public static String property(boolean folder) {
        return folder ? OF_FOLDER : OF_JOB;
    }

    /** The elements inside the property that grant a user these permissions. */
    public static String permissions(String user, Set<Permission> granted, Escape escape) {
        return granted.stream()
                .map(permission ->
                        "<permission>" + escape.text("USER:" + permission.id() + ":" + user) + "</permission>")
                .sorted()
                .collect(Collectors.joining());
    }

    @Override
    public List<Reading<?>> reads() {
        return List.of(
                Reading.of(Role.PROPERTY, OF_JOB, (e, _) -> read(e)),
                Reading.of(Role.PROPERTY, OF_FOLDER, (e, _) -> read(e)));
    }

    /** What the element of such a property says, whatever it is a property of. */
    public static OwnGrants read(Element property) {
        var grants = new Grants.Builder();
        for (var child : property.children()) {
            if (child.name().equals("permission")) {
                Grant.parse(child.text()).ifPresent(grants::add);
            }
        }
        return new OwnGrants(inheritance(property), grants.build());
    }

    private static Inheritance inheritance(Element property) {
        var strategy = property.child("inheritanceStrategy")
                .flatMap(e -> e.attribute("class"))
                .orElse("");
        return switch (strategy) {
            case PACKAGE + "InheritGlobalStrategy" -> Inheritance.GLOBAL;
            case PACKAGE + "NonInheritingStrategy" -> Inheritance.NONE;
            default -> property.flag("blocksInheritance", false) ? Inheritance.NONE : Inheritance.PARENT;
        };
    }
}
