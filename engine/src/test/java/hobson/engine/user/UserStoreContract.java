package hobson.engine.user;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import hobson.engine.credential.Credential;
import hobson.engine.credential.CredentialAddress;
import hobson.engine.credential.CredentialDomain;
import hobson.engine.credential.CredentialOwner;
import hobson.engine.secret.Secret;
import hobson.engine.view.ViewStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of accounts must do. */
public abstract class UserStoreContract extends StoreContract {
    private static final ApiToken TOKEN = new ApiToken("uuid-1", "laptop " + STRANGE, "ab".repeat(32), NOW);

    private static User user(String id) {
        return new User(
                id,
                "Full " + STRANGE,
                "description " + STRANGE,
                id + "@example.org",
                "ssh-rsa AAAA " + STRANGE,
                "hash",
                "seed",
                List.of(TOKEN));
    }

    @Test
    void load_emptyStore_hasNoAccounts() {
        assertThat(stores.users().load()).isEmpty();
    }

    @Test
    void save_accounts_areLoadedAsTheyWereGiven() {
        var bare = new User("bob", "Bob", null, null, null, null, "seed", List.of());
        stores.users().save(user("Alice"), CHANGE);
        stores.users().save(bare, CHANGE);

        assertThat(stores.users().load()).containsExactlyInAnyOrder(user("Alice"), bare);
    }

    @Test
    void save_sameIdInOtherCase_writesItAnew() {
        stores.users().save(user("Alice"), CHANGE);

        var changed = user("alice").withTokens(List.of()).withPassword("other", "seed 2");
        stores.users().save(changed, CHANGE);

        assertThat(stores.users().load()).containsExactly(changed);
    }

    @Test
    void delete_account_isGone() {
        stores.users().save(user("Alice"), CHANGE);
        stores.users().save(user("bob"), CHANGE);

        stores.users().delete("ALICE", CHANGE);

        assertThat(stores.users().load()).containsExactly(user("bob"));
    }

    @Test
    void delete_account_takesItsCredentialsAndViewsAlong() {
        var owner = CredentialOwner.user("Alice");
        var credential =
                new Credential("id", Credential.Scope.USER, null, new Credential.SecretText(new Secret("c2Vj")));
        stores.users().save(user("Alice"), CHANGE);
        stores.credentials().save(owner, new CredentialDomain("d", null, List.of()), null, CHANGE);
        stores.credentials().save(new CredentialAddress(owner, "d", "id"), credential, null, CHANGE);
        stores.views().save(ViewStore.user("ALICE"), DOCUMENT, "view", CHANGE);
        stores.views().save(ViewStore.user("bob"), DOCUMENT, "view", CHANGE);
        int events = events().size();

        stores.users().delete("alice", CHANGE);

        assertThat(stores.credentials().load().credentials()).isEmpty();
        assertThat(stores.credentials().load().domains()).isEmpty();
        assertThat(stores.views().load()).containsOnlyKeys("user:bob");
        assertThat(events()).hasSize(events + 1);
    }

    @Test
    void delete_noAccount_doesNothing() {
        stores.users().delete("nobody", CHANGE);

        assertThat(events()).isEmpty();
    }

    @Test
    void saveTokenUses_someNewSomeGone_keepsTheRest() {
        stores.users().saveTokenUses(Map.of("a", new TokenUse(1, NOW), "b", new TokenUse(5, NOW)), Set.of());

        stores.users().saveTokenUses(Map.of("a", new TokenUse(2, NOW.plusSeconds(9))), Set.of("b", "c"));

        assertThat(stores.users().tokenUses()).isEqualTo(Map.of("a", new TokenUse(2, NOW.plusSeconds(9))));
        assertThat(events()).isEmpty();
    }
}
