package hobson.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamePatternsTest {
    private final NamePatterns patterns = new NamePatterns();

    @Test
    void of_sameText_isCompiledOnceWhileItIsLookedAt() {
        var first = patterns.of("a.*").orElseThrow();
        for (int i = 0; i < 3 * NamePatterns.MOST; i++) {
            patterns.of("other" + i);
            assertThat(patterns.of("a.*").orElseThrow()).isSameAs(first);
        }
    }

    @Test
    void of_manyTexts_forgetsThoseNobodyLooksAt() {
        var first = patterns.of("a.*").orElseThrow();
        for (int i = 0; i < NamePatterns.MOST; i++) {
            patterns.of("other" + i);
        }

        assertThat(patterns.of("a.*").orElseThrow()).isNotSameAs(first);
    }

    @Test
    void of_noPattern_isEmpty() {
        assertThat(patterns.of("(")).isEmpty();
        assertThat(patterns.of(" ")).isEmpty();
        assertThat(patterns.of("a".repeat(1_001))).isEmpty();
    }
}
