package hobson.remote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name was meant. */
class NearestTest {
    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, abd, 1", "abc, acb, 1", "abc, ab, 1", "'', abc, 3", "kitten, sitting, 3"})
    void edits_countsLetters(String from, String to, int edits) {
        assertThat(Nearest.edits(from, to)).isEqualTo(edits);
        assertThat(Nearest.edits(to, from)).isEqualTo(edits);
    }

    @Test
    void to_candidates_isTheClosestHoweverFar() {
        assertThat(Nearest.to("zz", Stream.of("abcdef", "p1", "p2"))).contains("p1");
        assertThat(Nearest.to("zz", Stream.of())).isEmpty();
        assertThat(Nearest.to("z".repeat(100_000), Stream.of("p1"))).isEmpty();
    }
}
