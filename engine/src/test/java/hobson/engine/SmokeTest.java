package hobson.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void java_is25() {
        assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
    }
}
