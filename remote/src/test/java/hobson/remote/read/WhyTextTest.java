package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.queue.Why;
import hobson.engine.queue.Why.NodeRefusal;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** queue-and-scheduling.md §5. */
class WhyTextTest {

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new Why.QuietPeriod(4_900), "In the quiet period. Expires in 4.9 sec"),
                Arguments.of(new Why.FinishedWaiting(), "Finished waiting"),
                Arguments.of(
                        new Why.InProgress(7, OptionalLong.of(65_000)),
                        "Build #7 is already in progress (ETA: 1 min 5 sec)"),
                Arguments.of(new Why.InProgress(1, OptionalLong.empty()), "Build #1 is already in progress (ETA: N/A)"),
                Arguments.of(new Why.UpstreamBuilding("a/b"), "Upstream project ‘a/b’ is already building"),
                Arguments.of(new Why.DownstreamBuilding("c"), "Downstream project ‘c’ is already building"),
                Arguments.of(new Why.ShuttingDown(), "Jenkins is about to shut down"),
                Arguments.of(new Why.NoIdleExecutor(), "Waiting for next available executor"),
                Arguments.of(new Why.NodeBusy(""), "Waiting for next available executor on ‘Built-In Node’"),
                Arguments.of(new Why.NodeBusy("n"), "Waiting for next available executor on ‘n’"),
                Arguments.of(new Why.LabelBusy("l"), "Waiting for next available executor on ‘l’"),
                Arguments.of(new Why.NodeOffline("n"), "‘n’ is offline"),
                Arguments.of(new Why.LabelOffline("l"), "All nodes of label ‘l’ are offline"),
                Arguments.of(new Why.LabelUnknown("l"), "There are no nodes with the label ‘l’"),
                Arguments.of(
                        new Why.Refused(List.of(
                                new NodeRefusal.Reserved(""),
                                new NodeRefusal.Offline("n"),
                                new NodeRefusal.LabelMissing("m", "l"))),
                        "‘Jenkins’ is reserved for jobs with matching label expression; ‘m’ doesn’t have label ‘l’; "
                                + "‘n’ is offline"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void of_reason_isWhatClientsLookFor(Why why, String text) {
        assertThat(WhyText.of(why, _ -> true)).isEqualTo(text);
    }

    @Test
    void of_projectThatMayNotBeTold_namesNone() {
        assertThat(WhyText.of(new Why.UpstreamBuilding("secret"), _ -> false))
                .isEqualTo("Upstream project is already building");
    }
}
