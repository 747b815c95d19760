package hobson.engine.user;

import static hobson.engine.user.House.ADMIN;
import static hobson.engine.user.House.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hobson.engine.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokensTest {
    private static final String FIXED = "11" + "0123456789abcdef0123456789abcdef";
    private static final Optional<Caller> ALICE_BY_TOKEN = Optional.of(new Caller("alice", Caller.Proof.API_TOKEN));

    private final House house = new House();

    @Test
    void generate_always_hasTheShapeAndOpensTheAccount() {
        var made = house.tokens.generate(ALICE, "alice", "ci");

        assertThat(made.value()).matches("11[0-9a-f]{32}");
        assertThat(made.token().name()).isEqualTo("ci");
        assertThat(house.credentials.known("ALICE", made.value())).isEqualTo(ALICE_BY_TOKEN);
    }

    @Test
    void used_token_isCountedAndKeptAcrossARestart() {
        var made = house.tokens.generate(ALICE, "alice", "ci");
        assertThat(house.uses.of(made.token())).isEmpty();

        var _ = house.credentials.known("alice", made.value());
        var _ = house.credentials.known("alice", made.value());
        house.uses.save(house.users);

        var restarted = new TokenUses(house.store, house.clock);
        restarted.load();
        assertThat(restarted.of(made.token())).contains(new TokenUse(2, house.clock.instant()));
    }

    @Test
    void save_revokedToken_isForgotten() {
        var made = house.tokens.generate(ALICE, "alice", "ci");
        var _ = house.credentials.known("alice", made.value());
        house.uses.save(house.users);

        house.tokens.revoke(ALICE, "alice", made.token().uuid());
        house.uses.save(house.users);

        assertThat(house.uses.of(made.token())).isEmpty();
        assertThat(house.store.tokenUses()).isEmpty();
    }

    @Test
    void generate_withoutName_isNamedAfterTheTime() {
        assertThat(house.tokens.generate(ALICE, "alice", "").token().name())
                .isEqualTo("Token created on 2026-01-05T08:00:00Z");
    }

    @Test
    void generate_forSomeoneElse_isDeniedEvenToAdministrators() {
        assertThatExceptionOfType(Denied.class)
                .isThrownBy(() -> house.tokens.generate(ADMIN, "alice", "x"))
                .satisfies(denied -> assertThat(denied.permission()).isNull());
        assertThat(house.user("alice").tokens()).isEmpty();
    }

    @Test
    void generate_always_keepsNoTraceOfTheValue() {
        var made = house.tokens.generate(ALICE, "alice", "ci");

        assertThat(house.store.load().toString()).doesNotContain(made.value().substring(2));
        assertThat(made.toString()).doesNotContain(made.value().substring(2));
    }

    @Test
    void generate_tooMany_isRefused() {
        for (int i = 0; i < 500; i++) {
            house.tokens.generate(ALICE, "alice", "t" + i);
        }

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.tokens.generate(ALICE, "alice", "one more"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void addFixed_checkValueOfTheContract_isStoredAsTheHashOfThe32Digits() {
        assertThat(house.tokens.addFixed(ALICE, "alice", "fixed", FIXED).hash()).startsWith("3eb1bd43");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "100123456789abcdef0123456789abcdef",
                "110123456789abcdef0123456789abcdeg",
                FIXED + "0"
            })
    void addFixed_otherShape_isRefused(String value) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.tokens.addFixed(ALICE, "alice", "fixed", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIXED,
                "0123456789abcdef0123456789abcdef",
                "xy0123456789abcdef0123456789abcdef",
                "100123456789abcdef0123456789abcdef"
            })
    void known_digitsWithAnyTwoCharactersBeforeOrNone_match(String presented) {
        house.tokens.addFixed(ALICE, "alice", "fixed", FIXED.toUpperCase(java.util.Locale.ROOT));

        assertThat(house.credentials.known("alice", presented)).isEqualTo(ALICE_BY_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "110123456789ABCDEF0123456789ABCDEF", "110123456789abcdef0123456789abcde", "11" + FIXED})
    void known_otherText_doesNotMatch(String presented) {
        house.tokens.addFixed(ALICE, "alice", "fixed", FIXED);

        assertThat(house.credentials.known("alice", presented)).isEmpty();
    }

    @Test
    void known_tokenOfAnotherUser_doesNotMatch() {
        house.tokens.addFixed(ALICE, "alice", "fixed", FIXED);

        assertThat(house.credentials.check("admin", FIXED)).isEmpty();
    }

    @Test
    void rename_existing_keepsItGood() {
        var made = house.tokens.generate(ALICE, "alice", "ci");

        house.tokens.rename(ADMIN, "alice", made.token().uuid(), "renamed");

        assertThat(house.user("alice").tokens()).extracting(ApiToken::name).containsExactly("renamed");
        assertThat(house.credentials.known("alice", made.value())).isPresent();
    }

    @Test
    void rename_unknownOrToNothing_isRefused() {
        var uuid = house.tokens.generate(ALICE, "alice", "ci").token().uuid();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.tokens.rename(ALICE, "alice", "nope", "x"))
                .withMessage("No token found, try refreshing the page");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.tokens.rename(ALICE, "alice", uuid, " "))
                .withMessage("The name cannot be empty");
    }

    @Test
    void revoke_one_leavesTheOthers() {
        var first = house.tokens.generate(ALICE, "alice", "a");
        var second = house.tokens.generate(ALICE, "alice", "b");

        house.tokens.revoke(ALICE, "alice", first.token().uuid());
        house.tokens.revoke(ALICE, "alice", "unknown");

        assertThat(house.credentials.known("alice", first.value())).isEmpty();
        assertThat(house.credentials.known("alice", second.value())).isPresent();
    }

    @Test
    void revokeAllExcept_one_leavesThatOne() {
        house.tokens.generate(ALICE, "alice", "a");
        var kept = house.tokens.generate(ALICE, "alice", "b").token();

        house.tokens.revokeAllExcept(ADMIN, "alice", kept.uuid());

        assertThat(house.user("alice").tokens()).isEqualTo(List.of(kept));
    }

    @Test
    void revokeAll_byAnotherUser_isDenied() {
        var admins = house.tokens.generate(ADMIN, "admin", "a");

        assertThatExceptionOfType(Denied.class).isThrownBy(() -> house.tokens.revokeAll(ALICE, "admin"));

        assertThat(house.credentials.known("admin", admins.value())).isPresent();
    }
}
