package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.Result;
import hobson.engine.build.Stability;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobTraits;
import hobson.engine.item.Wiring;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single values are called. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "false, , , notbuilt",
        "true, , , disabled",
        "false, SUCCESS, SUCCESS, blue",
        "false, UNSTABLE, UNSTABLE, yellow",
        "false, FAILURE, FAILURE, red",
        "false, ABORTED, ABORTED, aborted",
        "false, NOT_BUILT, NOT_BUILT, notbuilt",
        "false, RUNNING, , notbuilt_anime",
        "false, RUNNING, FAILURE, red_anime",
        "false, RUNNING, ABORTED, aborted_anime",
        "true, RUNNING, SUCCESS, disabled_anime",
        "false, SUCCESS, SUCCESS, blue",
    })
    void colour_ofJob_followsItsNewestBuild(
            boolean disabled, @Nullable String newest, @Nullable String completed, String colour) {
        var job = new Job(
                1,
                ItemPath.of("a"),
                1,
                new JobTraits("", null, disabled, Wiring.NONE, false, null),
                false,
                false,
                null,
                9,
                build(8, newest),
                build(7, completed));

        assertThat(Colour.of(job)).isEqualTo(colour);
    }

    private static @Nullable BuildSummary build(int number, @Nullable String result) {
        if (result == null) return null;
        return new BuildSummary(number, result.equals("RUNNING") ? null : Result.valueOf(result), 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, 0, No recent builds failed., 80plus",
        "80, 1, 5, 1 out of the last 5 builds failed., 60to79",
        "60, 2, 5, 2 out of the last 5 builds failed., 40to59",
        "40, 3, 5, 3 out of the last 5 builds failed., 20to39",
        "20, 4, 5, 4 out of the last 5 builds failed., 00to19",
        "0, 1, 1, All recent builds failed., 00to19",
        "81, 0, 3, No recent builds failed., 80plus",
    })
    void healthReport_stability_isInJenkinsWords(int score, int failed, int total, String words, String icon) {
        var report = HealthReport.of(new Stability(score, failed, total));

        assertThat(report).isEqualTo(new HealthReport("Build stability: " + words, score));
        assertThat(report.bucket()).isEqualTo(icon);
    }

    @Test
    void artifactNames_twoOfTheSameName_areToldApartByTheirFolders() {
        var names = ArtifactNames.of(List.of("a/x/f", "a/y/f", "b/y/f", "g", "f"));

        assertThat(names)
                .extracting(ArtifactNames.Artifact::displayPath)
                .containsExactly("x/f", "a/y/f", "b/y/f", "g", "f");
        assertThat(names).extracting(ArtifactNames.Artifact::fileName).containsExactly("f", "f", "f", "g", "f");
    }

    @Test
    void artifactNames_moreThanTwenty_areNotNamed() {
        var paths =
                java.util.stream.IntStream.range(0, 21).mapToObj(i -> "f" + i).toList();

        assertThat(ArtifactNames.of(paths))
                .allSatisfy(artifact -> assertThat(artifact.displayPath()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "linux, hudson.model.labels.LabelAtom",
        "'a && b', hudson.model.labels.LabelExpression$And",
        "'a || b && c', hudson.model.labels.LabelExpression$Or",
        "'!a', hudson.model.labels.LabelExpression$Not",
        "'(a||b)', hudson.model.labels.LabelExpression$Paren",
        "'(a||b)&&c', hudson.model.labels.LabelExpression$And",
        "'a -> b', hudson.model.labels.LabelExpression$Implies",
        "'a <-> b', hudson.model.labels.LabelExpression$Iff",
        "'\"a && b\"', hudson.model.labels.LabelAtom",
    })
    void labelText_className_isThatOfTheLoosestOperator(String text, String className) {
        assertThat(LabelText.className(text)).isEqualTo(className);
    }

    @Test
    void labelText_normal_hasBlanksOnlyInQuotes() {
        assertThat(LabelText.normal("a  && \"b c\" ")).isEqualTo("a&&\"b c\"");
    }
}
