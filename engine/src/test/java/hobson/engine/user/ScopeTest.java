package hobson.engine.user;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.user.OwnGrants.Inheritance;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of security.md §8.2. */
class ScopeTest {
    private static final Caller BOB = new Caller("bob", Caller.Proof.PASSWORD);

    private static Grants grants(Permission... permissions) {
        Set<Permission> set = EnumSet.noneOf(Permission.class);
        set.addAll(Arrays.asList(permissions));
        return new Grants(Map.of("bob", set), Map.of());
    }

    private static OwnGrants own(Inheritance inheritance, Permission... permissions) {
        return new OwnGrants(inheritance, grants(permissions));
    }

    /** Whether bob may with an item that grants him build and read, in a folder that grants him configure and read. */
    @ParameterizedTest
    @CsvSource({
        "PARENT, JOB_BUILD, true",
        "PARENT, JOB_CONFIGURE, true",
        "PARENT, JOB_WORKSPACE, true",
        "PARENT, JOB_READ, true",
        "GLOBAL, JOB_BUILD, true",
        "GLOBAL, JOB_CONFIGURE, false",
        "GLOBAL, JOB_WORKSPACE, true",
        "GLOBAL, JOB_READ, true",
        "NONE, JOB_BUILD, true",
        "NONE, JOB_CONFIGURE, false",
        "NONE, JOB_WORKSPACE, false",
        "NONE, JOB_READ, true",
    })
    void allows_nestedItem_asItInherits(Inheritance inheritance, Permission permission, boolean allowed) {
        var server = grants(Permission.JOB_WORKSPACE);
        var folder = Scope.of(own(Inheritance.PARENT, Permission.JOB_CONFIGURE, Permission.JOB_READ), null, false);
        var item = Scope.of(own(inheritance, Permission.JOB_BUILD, Permission.JOB_READ), folder, true);

        assertThat(may(server, item, permission)).isEqualTo(allowed);
    }

    private static boolean may(Grants server, @Nullable Scope scope, Permission permission) {
        return new Authorization.ProjectMatrix(server).allows(BOB, permission, () -> scope);
    }

    @ParameterizedTest
    @CsvSource({"PARENT", "GLOBAL", "NONE"})
    void allows_readGrantedByNestedItemAlone_isNotEnough(Inheritance inheritance) {
        var folder = Scope.of(own(Inheritance.NONE), null, false);
        var item = Scope.of(own(inheritance, Permission.JOB_READ), folder, true);

        assertThat(may(grants(), item, Permission.JOB_READ)).isFalse();
        assertThat(may(grants(), item, Permission.JOB_DISCOVER)).isFalse();
        assertThat(may(grants(Permission.ADMINISTER), item, Permission.JOB_READ))
                .isTrue();
    }

    @Test
    void of_itemThatSaysNothing_isItsFolders() {
        var folder = Scope.of(own(Inheritance.PARENT, Permission.JOB_READ), null, false);

        assertThat(Scope.of(null, folder, true)).isSameAs(folder);
        assertThat(Scope.of(null, null, true)).isNull();
    }
}
