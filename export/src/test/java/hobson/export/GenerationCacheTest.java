package hobson.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerationCacheTest {
    private final List<String> made = new ArrayList<>();
    private final GenerationCache<String, String> cache = new GenerationCache<>(10, String::length);

    private String get(String key) {
        return cache.get(key, () -> {
            made.add(key);
            return key;
        });
    }

    @Test
    void get_again_isNotMadeAgain() {
        get("a");
        get("a");

        assertThat(made).containsExactly("a");
    }

    @Test
    void get_usedInEachGeneration_stays() {
        for (int i = 0; i < 100; i++) {
            get("kept");
            get("x" + i % 10 + i / 10);
        }

        assertThat(made.stream().filter("kept"::equals)).hasSize(1);
    }

    @Test
    void get_notUsedForTwoGenerations_isForgotten() {
        get("a");
        for (int i = 0; i < 10; i++) get("12345" + i);
        get("a");

        assertThat(made.stream().filter("a"::equals)).hasSize(2);
    }

    @Test
    void get_heavierThanAGeneration_isNotKept() {
        get("12345678901");
        get("12345678901");

        assertThat(made).hasSize(2);
    }

    @Test
    void get_makingFails_isTriedAgain() {
        assertThatThrownBy(() -> cache.get("a", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(get("a")).isEqualTo("a");
    }
}
