package hobson.engine.user;

import static hobson.engine.user.House.ADMIN;
import static hobson.engine.user.House.ALICE;
import static hobson.engine.user.House.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
    private final House house = new House();

    @Test
    void find_otherLetterCase_isTheSameAccountInItsFirstSpelling() {
        house.users.create(ADMIN, account("Bob", "bobpw"));

        assertThat(house.user("bOB").id()).isEqualTo("Bob");
    }

    @Test
    void load_afterARestart_knowsEveryAccount() {
        var restarted =
                new Users(house.store, house.passwords, new Authorization.Unsecured(), house.clock, house.random);

        restarted.load();

        assertThat(restarted.all()).extracting(User::id).containsExactly("admin", "alice");
    }

    @Test
    void create_blankFullName_isNamedAfterTheId() {
        assertThat(house.users.create(ADMIN, account("bob", "pw")).fullName()).isEqualTo("bob");
    }

    @Test
    void create_byAnOrdinaryUser_isDeniedAndNamesThePermission() {
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> house.users.create(ALICE, account("bob", "pw")))
                .satisfies(denied -> assertThat(denied.permission()).isEqualTo(Permission.ADMINISTER));
        assertThat(house.users.find("bob")).isEmpty();
    }

    @Test
    void create_nameTakenInOtherCase_isRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.users.create(ADMIN, account("ALICE", "pw")))
                .withMessage("The user name ALICE is already taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "a/b", "ä", "a\n", "anonymous", "SYSTEM", "Unknown", "a;b", "%00"})
    void newAccount_illegalOrReservedName_isRefused(String name) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> account(name, "pw"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BAD_INPUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nFinished: SUCCESS", "a\r", "a\u0085b", "a\u2028b", "a\u001b[2Jb"})
    void fullName_moreThanALine_isRefused(String name) {
        var more = name + "x";
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new NewAccount("bob", more, null, "pw"))
                .withMessage("The full name has a line break or another control character in it");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new UserChange(more, null, null, null, null));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.users.adopt(new User("bob", more, null, null, null, null, "s", List.of())));
    }

    @Test
    void adopt_idFromElsewhere_isTakenUnlessItBreaksALineOrIsReserved() {
        house.users.adopt(new User("zoe@example.org", "Zoë", null, null, null, null, "s", List.of()));

        assertThat(house.user("ZOE@example.org").fullName()).isEqualTo("Zoë");
        for (var id : List.of("a\nb", "a\u2028b", "SYSTEM", "anonymous", " ", "zoe@EXAMPLE.org", "a".repeat(256))) {
            assertThatExceptionOfType(Refusal.class)
                    .as(id)
                    .isThrownBy(() -> house.users.adopt(new User(id, "x", null, null, null, null, "s", List.of())));
        }
        assertThat(house.users.all()).hasSize(3);
    }

    @Test
    void delete_thatFails_losesNothingAndCanBeRepeated() {
        var forgotten = new ArrayList<String>();
        var full = new AtomicBoolean(true);
        var store = new UsersWithBelongings(
                new AccountsInMemory() {
                    @Override
                    public synchronized void delete(String id, Change change) {
                        if (full.get()) {
                            throw new IllegalStateException("no space left");
                        }
                        super.delete(id, change);
                    }
                },
                (id, _) -> forgotten.add(id));
        var users = new Users(store, house.passwords, new Authorization.Unsecured(), house.clock, house.random);
        users.declare(account("bob", "bobpw"));

        assertThatIllegalStateException().isThrownBy(() -> users.delete(ADMIN, "bob"));
        assertThat(forgotten).isEmpty();
        assertThat(users.find("bob")).isPresent();

        full.set(false);
        users.delete(ADMIN, "BOB");
        assertThat(forgotten).containsExactly("bob");
        assertThat(users.find("bob")).isEmpty();
    }

    @Test
    void newAccount_longestNamePlusOne_isRefused() {
        assertThat(account("a".repeat(200), "pw").id()).hasSize(200);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> account("a".repeat(201), "pw"));
    }

    @Test
    void newAccount_printed_showsNoPassword() {
        assertThat(account("bob", "hush")).asString().doesNotContain("hush");
    }

    @Test
    void declare_unchanged_writesNothing() {
        int before = house.store.changes().size();

        house.users.declare(account("alice", "alicepw"));

        assertThat(house.store.changes()).hasSize(before);
    }

    @Test
    void declare_otherPassword_replacesItAndKeepsTheTokens() {
        house.tokens.generate(ALICE, "alice", "ci");

        house.users.declare(account("alice", "fresh"));

        assertThat(house.credentials.password("alice", "fresh")).isPresent();
        assertThat(house.user("alice").tokens()).hasSize(1);
    }

    @Test
    void describe_oneself_isAllowed() {
        house.users.describe(ALICE, "alice", "about me");

        assertThat(house.user("alice").description()).isEqualTo("about me");
        assertThat(house.store.changes()).last().isEqualTo("alice saved alice");
    }

    @Test
    void describe_someoneElse_isForAdministrators() {
        assertThatExceptionOfType(Denied.class).isThrownBy(() -> house.users.describe(ALICE, "admin", "x"));

        house.users.describe(ADMIN, "Alice", "by the boss");

        assertThat(house.user("alice").description()).isEqualTo("by the boss");
    }

    @Test
    void configure_everything_isOneChange() {
        var seed = house.user("alice").seed();
        var keys = "# laptop\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== alice@laptop";

        house.users.configure(ALICE, "alice", new UserChange(" Alice L. ", "d", "a@x", keys, "fresh"));

        var alice = house.user("alice");
        assertThat(alice.fullName()).isEqualTo("Alice L.");
        assertThat(alice.email()).isEqualTo("a@x");
        assertThat(alice.authorizedKeys()).isEqualTo(keys);
        assertThat(alice.seed()).isNotEqualTo(seed).hasSize(32);
        assertThat(house.credentials.password("alice", "fresh")).isPresent();
        assertThat(house.store.changes())
                .filteredOn("alice saved alice"::equals)
                .hasSize(1);
    }

    @Test
    void configure_emptyTexts_removeAllButTheName() {
        house.users.configure(ALICE, "alice", new UserChange("Alice L.", "d", "a@x", "ssh-rsa AAAA", null));

        house.users.configure(ALICE, "alice", new UserChange("  ", "", "", "", null));

        var alice = house.user("alice");
        assertThat(alice.fullName()).isEqualTo("Alice L.");
        assertThat(alice.description()).isEmpty();
        assertThat(alice.email()).isNull();
        assertThat(alice.authorizedKeys()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ssh-rsa", "-----BEGIN OPENSSH PRIVATE KEY-----", "ssh-rsa AAAA\nrsa AAAA"})
    void configure_keysThatAreNone_changesNothing(String keys) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new UserChange("New name", null, null, keys, null))
                .withMessageContaining("SSH key");
    }

    @Test
    void createFirst_whereSomebodyIs_isRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.users.createFirst(account("first", "pw")))
                .withMessage("First user was already created");
        assertThat(house.users.find("first")).isEmpty();
    }

    @Test
    void delete_oneself_isRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.users.delete(ADMIN, "ADMIN"))
                .withMessage("Cannot delete self");
    }

    @Test
    void delete_existing_isGoneFromMemoryAndStore() {
        house.users.delete(ADMIN, "Alice");

        assertThat(house.users.find("alice")).isEmpty();
        assertThat(house.store.load()).extracting(User::id).containsExactly("admin");
    }

    @Test
    void delete_unknown_isNotFound() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.users.delete(ADMIN, "nobody"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void create_manyAtOnce_losesNone() throws InterruptedException {
        int many = 32;
        var ready = new CountDownLatch(many);
        var threads = IntStream.range(0, many)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    ready.countDown();
                    house.users.create(ADMIN, account("u" + i, "pw"));
                }))
                .toList();

        ready.await();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(house.users.all()).hasSize(many + 2);
        assertThat(house.store.load()).hasSize(many + 2);
    }
}
