package hobson.engine.secret;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenSecretsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SecretKeySpec OLD = key("old");
    private static final SecretKeySpec NEW = key("new");

    private final WrittenSecrets secrets = new WrittenSecrets(new Vault(OLD, RANDOM));
    private final WrittenSecrets later = new WrittenSecrets(new Vault(NEW, OLD, RANDOM));

    private static SecretKeySpec key(String word) {
        return new SecretKeySpec(word.repeat(11).substring(0, 32).getBytes(UTF_8), "AES");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "open sesame", "čeština & <more>", "{AQAAABAAAAA=}", "{braces}"})
    void write_anySecret_isReadBackAndHasTheFormThatClientsKnow(String secret) {
        var written = secrets.write(secret);

        assertThat(written).matches("\\{AQAAABAAAA[A-Za-z0-9+/]+={0,2}}").doesNotContain(secret);
        assertThat(secrets.read(written)).contains(secret);
        assertThat(secrets.meaning("\n " + written + " ")).isEqualTo(secret);
        assertThat(secrets.write(secret)).as("again").isEqualTo(written);
        assertThat(secrets.write(written)).as("written already").isEqualTo(written);
    }

    @Test
    void write_empty_staysEmpty() {
        assertThat(secrets.write("")).isEmpty();
    }

    @Test
    void read_whatIsNoSecretOfThisServer_isNone() {
        var written = secrets.write("open sesame");
        var changed = written.substring(0, 40) + (written.charAt(40) == 'A' ? 'B' : 'A') + written.substring(41);
        for (var text :
                List.of("plain", "{}", "{AQAAABAAAA}", "{AQAAAH////8AAAAA}", "{AQ==}", changed, written.substring(1))) {
            assertThat(secrets.read(text)).as(text).isEmpty();
            assertThat(secrets.meaning(text)).isEqualTo(text);
        }
        assertThat(new WrittenSecrets(new Vault(NEW, RANDOM)).read(written)).isEmpty();
    }

    @Test
    void again_anotherKey_opensEverythingWithThatAlone() {
        var foreign = new WrittenSecrets(new Vault(key("else"), RANDOM)).write("theirs");
        for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE)) {
            var before =
                    "<a é=''>" + secrets.write("one") + "</a><b>" + foreign + "</b>" + secrets.write("two") + "{x}";

            var after = new String(later.again(before.getBytes(charset)), charset);

            var alone = new WrittenSecrets(new Vault(NEW, RANDOM));
            assertThat(after)
                    .isEqualTo("<a é=''>" + alone.write("one") + "</a><b>" + foreign + "</b>" + alone.write("two")
                            + "{x}");
        }
        var none = "<a>{x}</a>".getBytes(UTF_8);
        assertThat(later.again(none)).isSameAs(none);
    }
}
