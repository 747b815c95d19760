package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of queue-and-scheduling.md §10 and §11. Builds are written oldest first. */
class StabilityTest {

    @ParameterizedTest
    @CsvSource({
        "S,        100, 0, 0",
        "SSSU,     100, 0, 0",
        "F,          0, 1, 1",
        "SF,        50, 1, 2",
        "FS,        50, 1, 2",
        "SSSSF,     80, 1, 5",
        "FSSSSS,   100, 0, 5",
        "FAAAAA,   100, 0, 5",
        "SAFNF,     33, 2, 3",
        "FFFFFFFF,   0, 5, 5",
        "FSR,       66, 1, 3",
    })
    void of_history_countsTheLastFive(String builds, int score, int failed, int total) {
        assertThat(Stability.of(history(builds))).contains(new Stability(score, failed, total));
    }

    @Test
    void of_nothingFinished_isEmpty() {
        assertThat(Stability.of(history(""))).isEmpty();
        assertThat(Stability.of(history("R"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', -1", "R, -1", "F, 100", "SA, 100", "SSSS, 300", "SFS, 200", "SSSSF, 300", "N, -1"})
    void estimate_isTheMeanOfThree(String builds, long expected) {
        assertThat(Estimate.of(history(builds))).isEqualTo(expected);
    }

    private static History history(String builds) {
        var newestFirst = new ArrayList<BuildSummary>();
        for (int i = builds.length() - 1; i >= 0; i--) {
            var result = switch (builds.charAt(i)) {
                case 'S' -> Result.SUCCESS;
                case 'U' -> Result.UNSTABLE;
                case 'F' -> Result.FAILURE;
                case 'N' -> Result.NOT_BUILT;
                case 'A' -> Result.ABORTED;
                default -> null;
            };
            newestFirst.add(new BuildSummary(i + 1, result, 1_000L * i, 100L * (i + 1)));
        }
        return new History(newestFirst);
    }
}
