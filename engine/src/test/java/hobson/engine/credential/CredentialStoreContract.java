package hobson.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import hobson.engine.credential.Credential.Content;
import hobson.engine.credential.Credential.Scope;
import hobson.engine.credential.CredentialDomain.Specification;
import hobson.engine.credential.CredentialStore.OwnedCredential;
import hobson.engine.credential.CredentialStore.OwnedDomain;
import hobson.engine.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of credentials must do. */
public abstract class CredentialStoreContract extends StoreContract {
    private static final CredentialOwner SYSTEM = CredentialOwner.SYSTEM;
    private static final Secret SECRET = new Secret("c2VjcmV0");
    private static final List<Content> CONTENTS = List.of(
            new Credential.UsernamePassword("ann " + STRANGE, SECRET, true),
            new Credential.SecretText(SECRET),
            new Credential.SecretFile("file " + STRANGE, SECRET),
            new Credential.SshKey("git", false, SECRET, new Secret("a2V5")),
            new Credential.Certificate("CN=x", SECRET, new Secret("cGFzcw==")));

    private static Credential text(String id) {
        return new Credential(id, Scope.GLOBAL, null, new Credential.SecretText(SECRET));
    }

    private CredentialAddress given(CredentialOwner owner, String domain, String id) {
        var address = new CredentialAddress(owner, domain, id);
        stores.credentials().save(address, text(id), null, CHANGE);
        return address;
    }

    private List<String> ids() {
        return stores.credentials().load().credentials().stream()
                .map(each ->
                        each.owner() + each.domain() + "/" + each.credential().id())
                .toList();
    }

    @Test
    void load_emptyStore_hasNothing() {
        assertThat(stores.credentials().load()).isEqualTo(new CredentialStore.Loaded(List.of(), List.of()));
    }

    @Test
    void save_everyKindAndScope_isLoadedAsItWasGiven() {
        for (int i = 0; i < CONTENTS.size(); i++) {
            var scope = i == 0 ? Scope.SYSTEM : i == 1 ? Scope.USER : Scope.GLOBAL;
            var credential = new Credential("id-" + i, scope, i == 0 ? null : STRANGE, CONTENTS.get(i));
            var owner = i == 0 ? SYSTEM : CredentialOwner.user("Ann");

            stores.credentials().save(new CredentialAddress(owner, "d", "id-" + i), credential, null, CHANGE);

            assertThat(stores.credentials().load().credentials().getLast())
                    .isEqualTo(new OwnedCredential(owner, "d", credential));
        }
    }

    @Test
    void save_otherIdInTheSameDomain_keepsItsPlace() {
        var first = given(SYSTEM, "", "first");
        given(SYSTEM, "", "second");

        stores.credentials().save(new CredentialAddress(SYSTEM, "", "other"), text("other"), first, CHANGE);

        assertThat(ids()).containsExactly("system:/other", "system:/second");
    }

    @Test
    void save_inAnotherStore_movesItToTheEnd() {
        var first = given(SYSTEM, "", "first");
        var folder = CredentialOwner.folder(7);
        given(folder, "d", "second");

        stores.credentials().save(new CredentialAddress(folder, "d", "first"), text("first"), first, CHANGE);

        assertThat(ids()).containsExactly("folder:7d/second", "folder:7d/first");
    }

    @Test
    void delete_credential_isGoneAlone() {
        var gone = given(SYSTEM, "", "same");
        given(SYSTEM, "d", "same");

        stores.credentials().delete(gone, CHANGE);

        assertThat(ids()).containsExactly("system:d/same");
    }

    @Test
    void saveDomain_withEverySpecification_isLoadedAsItWasGiven() {
        var domain = new CredentialDomain(
                "d " + STRANGE.replace("\u0000", ""),
                STRANGE.replace("\u0000", ""),
                List.of(
                        new Specification.Hostname("a", "b"),
                        new Specification.HostnamePort("a:1", ""),
                        new Specification.Scheme("https"),
                        new Specification.Path("/x", "", true)));

        stores.credentials().save(SYSTEM, domain, null, CHANGE);

        assertThat(stores.credentials().load().domains()).containsExactly(new OwnedDomain(SYSTEM, domain));
    }

    @Test
    void saveDomain_otherName_takesItsCredentialsAlong() {
        stores.credentials().save(SYSTEM, new CredentialDomain("old", null, List.of()), null, CHANGE);
        given(SYSTEM, "old", "x");

        stores.credentials().save(SYSTEM, new CredentialDomain("new", null, List.of()), "old", CHANGE);

        assertThat(ids()).containsExactly("system:new/x");
        assertThat(stores.credentials().load().domains()).hasSize(1);
    }

    @Test
    void deleteDomain_andOwner_takeTheirCredentialsAlong() {
        stores.credentials().save(SYSTEM, new CredentialDomain("d", null, List.of()), null, CHANGE);
        given(SYSTEM, "d", "x");
        given(SYSTEM, "", "stays");
        given(CredentialOwner.folder(7), "", "y");

        stores.credentials().deleteDomain(SYSTEM, "d", CHANGE);
        stores.credentials().deleteOwner(CredentialOwner.folder(7), CHANGE);

        assertThat(ids()).containsExactly("system:/stays");
        assertThat(lastEvent().subject()).isEqualTo("credential-domain:folder:7");
    }
}
