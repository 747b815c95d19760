package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
    @ParameterizedTest
    @CsvSource({
        "2.462, 2.462, 0",
        "2.10, 2.9, 1",
        "2.462.1, 2.462, 1",
        "2.0, 2, 0",
        "2.462-rc1, 2.462, -1",
        "99999999999999999999, 3, 1",
        "2.60, 2.462, -1"
    })
    void compare_numberByNumber_isTheirOrder(String one, String other, int order) {
        assertThat(Integer.signum(Versions.compare(one, other))).isEqualTo(order);
        assertThat(Integer.signum(Versions.compare(other, one))).isEqualTo(-order);
    }

    @Test
    void token_asText_keepsItsSecret() {
        assertThat(new Token("ci", "7", "11aa")).asString().doesNotContain("11aa");
    }
}
