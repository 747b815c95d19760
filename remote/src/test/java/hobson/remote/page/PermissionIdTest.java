package hobson.remote.page;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.user.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionIdTest {

    @ParameterizedTest
    @CsvSource({
        "ADMINISTER,hudson.model.Hudson.Administer,Overall/Administer",
        "READ,hudson.model.Hudson.Read,Overall/Read",
        "JOB_BUILD,hudson.model.Item.Build,Job/Build",
        "JOB_EXTENDED_READ,hudson.model.Item.Configure,Job/Configure",
        "BUILD_UPDATE,hudson.model.Run.Update,Run/Update",
        "VIEW_CREATE,hudson.model.View.Create,View/Create",
        "NODE_CREATE,hudson.model.Computer.Create,Agent/Create",
        "NODE_PROVISION,hudson.model.Computer.Provision,Agent/Provision",
        "MANAGE,hudson.model.Hudson.Administer,Overall/Administer",
        "SCM_TAG,hudson.scm.SCM.Tag,SCM/Tag",
        "CREDENTIALS_MANAGE_DOMAINS,com.cloudbees.plugins.credentials.CredentialsProvider.ManageDomains,Credentials/ManageDomains",
    })
    void of_permission_isTheIdOfItsGroup(Permission permission, String id, String title) {
        assertThat(PermissionId.of(permission)).isEqualTo(id);
        assertThat(PermissionId.title(permission)).isEqualTo(title);
    }

    @Test
    void impliedBy_build_walksUpToAdminister() {
        assertThat(PermissionId.impliedBy(Permission.JOB_BUILD))
                .containsExactly(
                        "hudson.security.Permission.GenericUpdate",
                        "hudson.security.Permission.GenericWrite",
                        "hudson.model.Hudson.Administer");
    }

    @Test
    void impliedBy_discover_passesRead() {
        assertThat(PermissionId.impliedBy(Permission.JOB_DISCOVER))
                .containsExactly(
                        "hudson.model.Item.Read",
                        "hudson.security.Permission.GenericRead",
                        "hudson.model.Hudson.Administer");
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void impliedBy_anything_endsWithAdminister(Permission permission) {
        var chain = PermissionId.impliedBy(permission);

        var expected = PermissionId.of(permission).equals("hudson.model.Hudson.Administer")
                ? List.of()
                : List.of("hudson.model.Hudson.Administer");
        assertThat(chain.subList(Math.max(0, chain.size() - 1), chain.size())).isEqualTo(expected);
    }
}
