package hobson.server.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "ABC, abc, 0", "mode, mode, 0", "ab, ba, 2"})
    void distance_words_isTheNumberOfEdits(String one, String other, int edits) {
        assertThat(Spelling.distance(one, other)).isEqualTo(edits);
    }

    @Test
    void closest_nothingClose_isEmpty() {
        assertThat(Spelling.closest("jobs", List.of("jenkins", "hobson", "unclassified")))
                .isEmpty();
        assertThat(Spelling.closest("mod", List.of("mode", "numExecutors"))).contains("mode");
    }
}
