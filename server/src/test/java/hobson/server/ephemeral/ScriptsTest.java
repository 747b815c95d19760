package hobson.server.ephemeral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.build.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ScriptsTest {
    private final Scripts scripts = new Scripts();

    private Result of(String job, int build) {
        return scripts.find(job, build).orElse(Script.Content.NOTHING).result();
    }

    @Test
    void find_severalThatFit_theNearestCounts() {
        scripts.of("team/deploy").build(7).fails();
        scripts.of("team/deploy").isUnstable();
        scripts.of("**").isAborted();
        scripts.of("team/*").isNotBuilt();

        assertThat(of("team/deploy", 7)).isEqualTo(Result.FAILURE);
        assertThat(of("team/deploy", 8)).isEqualTo(Result.UNSTABLE);
        assertThat(of("team/other", 7)).isEqualTo(Result.NOT_BUILT);
        assertThat(of("other", 7)).isEqualTo(Result.ABORTED);
    }

    @Test
    void of_saidAgain_replacesWhatWasSaid() {
        scripts.of("a").log("old").fails();
        scripts.of("a").log("new");

        assertThat(scripts.find("a", 1).orElseThrow().actions()).containsExactly(new Script.Action.Line("new"));
        assertThat(of("a", 1)).isEqualTo(Result.SUCCESS);
    }

    @Test
    void takeCommits_saidOnce_areFoundOnce() {
        scripts.of("a").hasCommits();

        assertThat(scripts.takeCommits("a")).isTrue();
        assertThat(scripts.takeCommits("a")).isFalse();
        assertThat(scripts.mentions("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'job': 'a', 'result': 'FAILURE', 'tests': [{'class': 'A'}]}",
                "{'job': 'a', 'result': 'FAILURE', 'artifacts': {'../x': ''}}",
                "{'job': 'a', 'result': 'FAILURE', 'after': 'P99999999999999D'}",
                "{'job': 'a', 'commits': true, 'steps': [{'log': 'x'}, {'sleep': '1s'}]}"
            })
    void add_somethingWrongInIt_changesNothing(String json) {
        var wrong = new JsonMapper().readTree(json.replace('\'', '"'));

        assertThatThrownBy(() -> ScriptJson.add(scripts, wrong)).isInstanceOf(IllegalArgumentException.class);

        assertThat(scripts.mentions("a")).isFalse();
        assertThat(scripts.takeCommits("a")).isFalse();
    }

    @Test
    void add_commitsAndTests_areBoth() {
        ScriptJson.add(
                scripts,
                new JsonMapper()
                        .readTree(
                                "{\"job\": \"a\", \"commits\": true, \"tests\": {\"class\": \"A\", \"name\": \"b\"}}"));

        assertThat(scripts.takeCommits("a")).isTrue();
        assertThat(scripts.find("a", 1).orElseThrow().tests()).hasSize(1);
    }

    @Test
    void cut_afterLessThanNothing_isRefused() {
        var rule = new Faults().next("*", "**");

        assertThatThrownBy(() -> rule.cut(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a//b", "../a", "a/..", "a/./b"})
    void artifact_pathThatLeadsElsewhere_isRefused(String path) {
        assertThatThrownBy(() -> scripts.of("a").artifact(path, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "1h30m, PT1H30M", "2d, PT48H", "500ms, PT0.5S", "PT3H, PT3H"})
    void parse_spans_areRead(String text, Duration span) {
        assertThat(Times.parse(text)).isEqualTo(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "h", "3h ", "3 h", "-3h", "P", "99999999999999d", "3h4"})
    void parse_otherTexts_areRefused(String text) {
        assertThatThrownBy(() -> Times.parse(text)).hasMessageContaining("A span of time");
    }

    @ParameterizedTest
    @CsvSource({
        "*, a, true",
        "*, a/b, false",
        "**, a/b, true",
        "team/*, team/b, true",
        "team/*, team/b/c, false",
        "**/b, a/b, true",
        "a.b, axb, false",
        "a*c, abbc, true"
    })
    void matches_patterns_areOfPathsAndNotOfCharacters(String pattern, String name, boolean fits) {
        assertThat(Glob.of(pattern).matches(name)).isEqualTo(fits);
    }
}
