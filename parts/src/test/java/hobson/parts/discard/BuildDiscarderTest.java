package hobson.parts.discard;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.Discarder;
import hobson.engine.build.Discarder.Discards;
import hobson.engine.build.Result;
import hobson.parts.TestParts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildDiscarderTest {
    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

    @Test
    void select_number_keepsTheNewestAndTheProtected() {
        var discarder = discarder("<daysToKeep>-1</daysToKeep><numToKeep>3</numToKeep>");

        assertThat(select(discarder, 6)).isEqualTo(new Discards(List.of(3, 2, 1), List.of()));
        assertThat(discarder.select(history(6), number -> number == 2, NOW).builds())
                .containsExactly(3, 1);
        assertThat(select(discarder, 3).builds()).isEmpty();
    }

    @Test
    void select_days_keepsTheYoung() {
        var discarder = discarder("<daysToKeep>3</daysToKeep><numToKeep>-1</numToKeep>");

        assertThat(select(discarder, 6).builds()).containsExactly(3, 2, 1);
    }

    @Test
    void select_both_discardsWhatEitherDoes() {
        assertThat(select(discarder("<daysToKeep>3</daysToKeep><numToKeep>2</numToKeep>"), 6)
                        .builds())
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    void select_artifacts_areOnlyThoseOfBuildsThatStay() {
        var discarder = discarder("<numToKeep>4</numToKeep><artifactNumToKeep>2</artifactNumToKeep>");

        assertThat(select(discarder, 6)).isEqualTo(new Discards(List.of(2, 1), List.of(4, 3)));
        assertThat(select(discarder("<artifactDaysToKeep>1</artifactDaysToKeep>"), 3))
                .isEqualTo(new Discards(List.of(), List.of(2, 1)));
    }

    @Test
    void select_noLimits_keepsEverything() {
        for (var fields :
                List.of("", "<daysToKeep>-1</daysToKeep><numToKeep>-1</numToKeep>", "<numToKeep>many</numToKeep>")) {
            assertThat(select(discarder(fields), 100)).isEqualTo(new Discards(List.of(), List.of()));
        }
    }

    @Test
    void read_strategyThatIsNotKnown_discardsNothingAndIsListed() {
        var job = TestParts.read("<project><properties><jenkins.model.BuildDiscarderProperty>"
                + "<strategy class='a.b.Other'/></jenkins.model.BuildDiscarderProperty></properties></project>");

        assertThat(job.part(Discarder.class)).isEmpty();
        assertThat(job.unknown())
                .singleElement()
                .hasToString("UnknownPart[role=property, element=jenkins.model.BuildDiscarderProperty]");
    }

    @Test
    void json_ofProperty_hasNothingButItsClass() {
        assertThat(TestParts.json((Object) discarder("")))
                .isEqualTo("{\"_class\":\"jenkins.model.BuildDiscarderProperty\"}");
    }

    private static Discards select(Discarder discarder, int builds) {
        return discarder.select(history(builds), _ -> false, NOW);
    }

    /** Newest first; the newest is half a day old, each before it a day older. */
    private static List<BuildSummary> history(int builds) {
        var history = new ArrayList<BuildSummary>();
        for (int number = builds; number > 0; number--) {
            var age = Duration.ofHours(12 + 24L * (builds - number));
            history.add(new BuildSummary(number, Result.SUCCESS, NOW.minus(age).toEpochMilli(), 1));
        }
        return history;
    }

    private static Discarder discarder(String fields) {
        return TestParts.read("<project><properties><jenkins.model.BuildDiscarderProperty>"
                        + "<strategy class='hudson.tasks.LogRotator'>" + fields + "</strategy>"
                        + "</jenkins.model.BuildDiscarderProperty></properties></project>")
                .part(Discarder.class)
                .orElseThrow();
    }
}
