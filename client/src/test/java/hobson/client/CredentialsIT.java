package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("plugins")
class CredentialsIT {
    private static final String KEY = "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----\n";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final Hobson hobson = SERVER.admin();
    private final CredentialStore store = hobson.credentials();
    private final String id = SERVER.name("credential");

    @AfterEach
    void delete() {
        if (store.credential(id).exists()) {
            store.credential(id).delete();
        }
    }

    private void assertIs(String type, String secret) {
        assertThat(store.credential(id).info().type()).isEqualTo(type);
        assertThat(store.credential(id).info().description()).contains("for tests");
        assertThat(store.credential(id).config().text())
                .contains("secret-redacted")
                .doesNotContain(secret);
    }

    @Test
    void create_usernamePassword_isKeptWithoutTellingIt() {
        var made = store.create(NewCredential.usernamePassword(id, "for tests", "zoe", "<&>hush"));

        assertIs("Username with password", "hush");
        assertThat(made.info().displayName()).startsWith("zoe/******");
        assertThat(made.config().text()).contains("<username>zoe</username>");
        assertThat(store.list()).extracting(CredentialInfo::id).contains(id);
        assertThatThrownBy(() -> store.create(NewCredential.secretText(id, "", "x")))
                .isInstanceOf(HobsonException.Conflict.class);
    }

    @Test
    void create_secretText_isKeptWithoutTellingIt() {
        store.create(NewCredential.secretText(id, "for tests", "hush").scope(CredentialScope.SYSTEM));

        assertIs("Secret text", "hush");
        assertThat(store.credential(id).config().text()).contains("<scope>SYSTEM</scope>");
    }

    @Test
    void create_secretFile_isKeptWithoutTellingIt() {
        store.create(NewCredential.secretFile(id, "for tests", "a.txt", "hush".getBytes(StandardCharsets.UTF_8)));

        assertIs("Secret file", "aHVzaA==");
    }

    @Test
    void create_sshKey_isKeptWithoutTellingIt() {
        var key = NewCredential.sshKey(id, "for tests", "git", KEY, "hush");
        store.create(key);

        assertIs("SSH Username with private key", "hush");
        assertThat(key).asString().doesNotContain("PRIVATE");
    }

    @Test
    void create_fromDocument_isThat() {
        store.create(NewCredential.secretText(id, "for tests", "hush").document());

        assertIs("Secret text", "hush");
    }

    @Test
    void update_withAnother_keepsItsId() {
        var made = store.create(NewCredential.usernamePassword(id, "before", "zoe", "pw"));

        made.update(NewCredential.usernamePassword(id, "after", "ann", "pw"));

        assertThat(made.info().description()).contains("after");
        made.update(made.config().text().replace("<username>ann", "<username>bea"));
        assertThat(made.info().displayName()).startsWith("bea/");
    }

    @Test
    void delete_credentials_areGone() {
        var made = store.create(NewCredential.secretText(id, "", "x"));

        made.delete();

        assertThat(made.exists()).isFalse();
        assertThatThrownBy(made::info).isInstanceOf(HobsonException.NotFound.class);
        assertThatThrownBy(made::delete).isInstanceOf(HobsonException.NotFound.class);
    }

    @Test
    void domain_ofAStore_hasItsOwnCredentials() {
        var name = SERVER.name("domain");

        var domain = store.createDomain(name, "some hosts");
        domain.create(NewCredential.secretText(id, "", "x"));

        assertThat(store.domains()).contains("_", name);
        assertThat(domain.list()).extracting(CredentialInfo::id).containsExactly(id);
        assertThat(store.credential(id).exists()).isFalse();
        domain.update(domain.config().text().replace("some hosts", "other hosts"));
        assertThat(domain.config().text()).contains("other hosts");
        domain.delete();
        assertThat(domain.exists()).isFalse();
    }

    @Test
    void folder_withCredentials_keepsThemToItself() {
        var folder = hobson.jobs().createFolder(SERVER.name("folder"));
        try {
            var own = hobson.credentials(folder.path());
            own.create(NewCredential.secretText(id, "", "x"));

            assertThat(own.list()).extracting(CredentialInfo::id).containsExactly(id);
            assertThat(store.credential(id).exists()).isFalse();
        } finally {
            folder.delete();
        }
    }

    @Test
    void user_withCredentials_keepsThemToThemselves() {
        var own = hobson.users().me().credentials();

        own.create(NewCredential.secretText(id, "", "x"));

        assertThat(own.list()).extracting(CredentialInfo::id).contains(id);
        assertThat(store.credential(id).exists()).isFalse();
        own.credential(id).delete();
    }
}
