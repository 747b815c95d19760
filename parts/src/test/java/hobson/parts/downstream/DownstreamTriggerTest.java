package hobson.parts.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Result;
import hobson.engine.run.Publisher;
import hobson.parts.TestBuild;
import hobson.parts.TestParts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownstreamTriggerTest {

    @ParameterizedTest
    @CsvSource({
        "<threshold><name>SUCCESS</name><ordinal>0</ordinal></threshold>, SUCCESS, true",
        "<threshold><name>SUCCESS</name></threshold>, UNSTABLE, false",
        "<threshold><name>unstable</name></threshold>, UNSTABLE, true",
        "<threshold><name>FAILURE</name></threshold>, FAILURE, true",
        "<threshold><name>FAILURE</name></threshold>, ABORTED, false",
        "<threshold><name>HMM</name></threshold>, FAILURE, true",
        "'', UNSTABLE, false",
        "'', SUCCESS, true"
    })
    void perform_threshold_decides(String threshold, Result result, boolean triggers) throws Exception {
        var build = new TestBuild(Path.of("unused")).soFar(result);

        var outcome = trigger("next", threshold).perform(build);

        assertThat(outcome).isEqualTo(Result.SUCCESS);
        assertThat(build.triggered).isEqualTo(triggers ? java.util.List.of("next") : java.util.List.of());
        assertThat(build.lines).isEmpty();
    }

    @Test
    void downstream_names_areAsWrittenAndEachOnce() {
        var trigger = trigger(" a, /f/b ,, a ,../c", "");

        assertThat(trigger.downstream()).containsExactly("a", "/f/b", "../c");
        assertThat(trigger.stage()).isEqualTo(Publisher.Stage.CONCLUDE);
    }

    private static Publisher trigger(String children, String threshold) {
        return TestParts.publisher("<hudson.tasks.BuildTrigger><childProjects>" + children + "</childProjects>"
                + threshold + "</hudson.tasks.BuildTrigger>");
    }
}
