package hobson.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.9, 1.10",
        "1.0-beta, 1.0",
        "1.0-alpha, 1.0-beta",
        "latest, 0.1",
        "'', 0.1",
        "1304.vc85a_b, 1305.v0",
        "9, 10000000000000000000000000",
        "1.0, 1.0.1"
    })
    void isOlderThan_older_isSoInOneDirection(String older, String newer) {
        assertThat(new Version(older).isOlderThan(new Version(newer))).isTrue();
        assertThat(new Version(newer).isOlderThan(new Version(older))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "1.02, 1.2", "latest, latest", "2.0.0, 2"})
    void isOlderThan_same_isNot(String one, String other) {
        assertThat(new Version(one).isOlderThan(new Version(other))).isFalse();
        assertThat(new Version(other).isOlderThan(new Version(one))).isFalse();
    }
}
