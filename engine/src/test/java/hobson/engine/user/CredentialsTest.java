package hobson.engine.user;

import static hobson.engine.user.House.ADMIN;
import static hobson.engine.user.House.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final House house = new House();

    @Test
    void check_rightPassword_isTheUserInItsOwnSpelling() {
        assertThat(house.credentials.check("ALICE", "alicepw")).isEqualTo(Optional.of(ALICE));
    }

    @Test
    void check_sameSecretTwice_hashesOnce() {
        house.credentials.check("alice", "alicepw");
        int before = house.passwords.comparisons();

        assertThat(house.credentials.known("alice", "alicepw")).isPresent();
        assertThat(house.credentials.check("alice", "alicepw")).isPresent();
        assertThat(house.passwords.comparisons()).isEqualTo(before);
    }

    @Test
    void check_afterAWhile_hashesAgain() {
        house.credentials.check("alice", "alicepw");

        house.clock.advance(Duration.ofMinutes(6));

        assertThat(house.credentials.known("alice", "alicepw")).isEmpty();
        assertThat(house.credentials.check("alice", "alicepw")).isPresent();
    }

    @Test
    void check_afterAChangeOfPassword_knowsTheNewOneAlone() {
        house.credentials.check("alice", "alicepw");

        house.users.configure(ALICE, "alice", UserChange.ofPassword("fresh"));

        assertThat(house.credentials.check("alice", "alicepw")).isEmpty();
        assertThat(house.credentials.check("alice", "fresh")).isPresent();
    }

    @Test
    void check_deletedAccount_isNobody() {
        house.credentials.check("alice", "alicepw");

        house.users.delete(ADMIN, "alice");

        assertThat(house.credentials.check("alice", "alicepw")).isEmpty();
    }

    @Test
    void check_unknownUser_costsAsManyComparisonsAsAKnownOne() {
        int start = house.passwords.comparisons();
        house.credentials.check("alice", "wrong");
        int known = house.passwords.comparisons() - start;

        house.credentials.check("nobody", "wrong");

        assertThat(house.passwords.comparisons() - start - known)
                .isEqualTo(known)
                .isEqualTo(1);
    }

    @Test
    void check_passwordOfTheDecoy_opensNothing() {
        assertThat(house.credentials.check("nobody", "a password that nobody has"))
                .isEmpty();
    }

    @Test
    void password_token_isNotAccepted() {
        var made = house.tokens.generate(ALICE, "alice", "ci");

        assertThat(house.credentials.password("alice", made.value())).isEmpty();
        assertThat(house.credentials.password("alice", "alicepw")).isPresent();
    }

    @Test
    void check_manyAtOnce_neverHashesMoreThanAllowed() throws InterruptedException {
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        var counting = new Passwords() {
            @Override
            public String hash(String password) {
                return house.passwords.hash(password);
            }

            @Override
            public boolean matches(String password, String hash) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                boolean matches = house.passwords.matches(password, hash);
                now.decrementAndGet();
                return matches;
            }
        };
        var credentials = new Credentials(house.users, counting, house.uses, house.clock, house.random, 2);
        var answers = new ConcurrentLinkedQueue<Boolean>();

        var threads = IntStream.range(0, 40)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> answers.add(credentials
                                .check("alice", i % 2 == 0 ? "alicepw" : "no" + i)
                                .isPresent())))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(most.get()).isBetween(1, 2);
        assertThat(answers).hasSize(40).filteredOn(right -> right).hasSize(20);
    }
}
