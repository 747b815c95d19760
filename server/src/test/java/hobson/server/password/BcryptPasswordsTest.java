package hobson.server.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptPasswordsTest {
    private final BcryptPasswords passwords = new BcryptPasswords(new SecureRandom());

    @Test
    void hash_password_isMatchedByItAlone() {
        var hash = passwords.hash("pässword");

        assertThat(hash).matches("#jbcrypt:\\$2a\\$10\\$[./A-Za-z0-9]{53}");
        assertThat(passwords.matches("pässword", hash)).isTrue();
        assertThat(passwords.matches("password", hash)).isFalse();
        assertThat(passwords.hash("pässword")).isNotEqualTo(hash);
    }

    @Test
    void matches_hashThatAnotherProgramMade_isRead() {
        // from the published test vectors of bcrypt
        assertThat(passwords.matches("abc", "#jbcrypt:$2a$08$Ro0CUfOqk6cXEKf3dyaM7OhSCvnwM9s4wIX9JeLapehKK5YdLxKcm"))
                .isTrue();
    }

    @Test
    void matches_longPassword_countsUpToItsSeventySecondByte() {
        var hash = passwords.hash("x".repeat(72));

        assertThat(passwords.matches("x".repeat(80), hash)).isTrue();
        assertThat(passwords.matches("x".repeat(71), hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#jbcrypt:",
                "#jbcrypt:$2a$10$short",
                "secret",
                "$2a$08$",
                "#jbcrypt:$2a$99$Ro0CUfOqk6cXEKf3dyaM7OhSCvnwM9s4wIX9JeLapehKK5YdLxKcm"
            })
    void matches_whatIsNoHash_isFalse(String hash) {
        assertThat(passwords.matches("secret", hash)).isFalse();
    }

    @Test
    void hash_emptyOrTooLong_isRefused() {
        assertThatThrownBy(() -> passwords.hash("")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> passwords.hash("ä".repeat(37)))
                .isInstanceOf(Refusal.class)
                .hasMessage("a password can have 72 bytes; this one has 74");
    }
}
