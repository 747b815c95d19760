package hobson.engine.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrantsTest {
    private static final Caller BOB = new Caller("Bob", Caller.Proof.PASSWORD);

    @ParameterizedTest
    @CsvSource({
        "GENERIC_READ,JOB_DISCOVER,true",
        "GENERIC_READ,VIEW_READ,true",
        "GENERIC_WRITE,JOB_CONFIGURE,true",
        "GENERIC_UPDATE,JOB_DELETE,false",
        "JOB_READ,JOB_VIEW_STATUS,true",
        "NODE_DISCONNECT,NODE_CONNECT,true",
        "NODE_CONNECT,NODE_DISCONNECT,false",
        "READ,JOB_READ,false",
    })
    void allows_held_reachesWhatItImplies(Permission held, Permission sought, boolean allowed) {
        var grants = new Grants(Map.of("bob", Set.of(held)), Map.of());

        assertThat(grants.allow(BOB, sought)).isEqualTo(allowed);
        assertThat(grants.allow(Caller.ANONYMOUS, sought)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void allows_administrator_everything(Permission sought) {
        assertThat(new Grants(Map.of("BOB", Set.of(Permission.ADMINISTER)), Map.of()).allow(BOB, sought))
                .isTrue();
    }

    @Test
    void allows_groups_areThoseWhoAreKnownAndEverybody() {
        var grants = new Grants(
                Map.of("anonymous", Set.of(Permission.READ)),
                Map.of("authenticated", Set.of(Permission.JOB_READ), "anonymous", Set.of(Permission.JOB_DISCOVER)));

        assertThat(grants.allow(Caller.ANONYMOUS, Permission.READ)).isTrue();
        assertThat(grants.allow(Caller.ANONYMOUS, Permission.JOB_DISCOVER)).isTrue();
        assertThat(grants.allow(Caller.ANONYMOUS, Permission.JOB_READ)).isFalse();
        assertThat(grants.allow(BOB, Permission.JOB_READ)).isTrue();
        assertThat(grants.allow(BOB, Permission.READ)).isTrue();
    }

    @Test
    void inUse_permissionThatNobodyHolds_isThatOfTheDeed() {
        var without = new Authorization.Matrix(Map.of("bob", Set.of(Permission.JOB_BUILD)), Map.of());
        var with = new Authorization.Matrix(
                Map.of("bob", Set.of(Permission.JOB_BUILD), "ann", Set.of(Permission.JOB_WIPE_OUT)), Map.of());

        assertThat(without.allows(BOB, Permission.JOB_WIPE_OUT)).isTrue();
        assertThat(with.allows(BOB, Permission.JOB_WIPE_OUT)).isFalse();
        assertThat(with.allows(new Caller("ann", Caller.Proof.PASSWORD), Permission.JOB_WIPE_OUT))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "USER:hudson.model.Item.Build:bob,USER,hudson.model.Item.Build,bob",
        "GROUP:Job/Read:authenticated,GROUP,Job/Read,authenticated",
        "EITHER:hudson.model.Item.Read:a:b,EITHER,hudson.model.Item.Read,a:b",
        "hudson.model.Hudson.Administer:bob,EITHER,hudson.model.Hudson.Administer,bob",
    })
    void parse_line_hasThreeParts(String text, Grant.Holder holder, String permission, String name) {
        assertThat(Grant.parse(text)).contains(new Grant(holder, permission, name));
    }

    @ParameterizedTest
    @CsvSource({
        "hudson.model.Hudson.Administer,ADMINISTER",
        "jenkins.model.Jenkins.Administer,ADMINISTER",
        "Overall/SystemRead,SYSTEM_READ",
        "hudson.model.Slave.Connect,NODE_CONNECT",
        "Slave/Build,NODE_BUILD",
        "hudson.security.Permission.GenericRead,GENERIC_READ",
        "com.cloudbees.plugins.credentials.CredentialsProvider.UseItem,CREDENTIALS_USE_ITEM",
    })
    void find_name_inAnySpelling(String name, Permission permission) {
        assertThat(PermissionNames.find(name)).contains(permission);
    }

    @Test
    void find_unknownName_isNothing() {
        assertThat(PermissionNames.find("hudson.model.Item.Fly")).isEmpty();
        assertThat(PermissionNames.isObsolete("hudson.model.Item.Fly")).isFalse();
        assertThat(PermissionNames.isObsolete("hudson.model.Hudson.RunScripts")).isTrue();
    }
}
