package hobson.remote.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

class JsonPathTest {
    private static final String DOCUMENT = """
            {"a":{"b":[{"c":1},{"c":"two"},{"d":{"c":null}}]},"odd key":true,"list":[10,20,30]}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $.a.b[0].c        | [1]
            a.b[1].c          | ["two"]
            $['a']["b"][0]    | [{"c":1}]
            $['odd key']      | [true]
            $.list[-1]        | [30]
            $.list[*]         | [10,20,30]
            $.a.b[*].c        | [1,"two"]
            $..c              | [1,"two",null]
            $.a.*             | [[{"c":1},{"c":"two"},{"d":{"c":null}}]]
            $                 | [{"a":{"b":[{"c":1},{"c":"two"},{"d":{"c":null}}]},"odd key":true,"list":[10,20,30]}]
            $.missing.x       | []
            $.list[9]         | []
            """)
    void in_findsWhatIsThere(String path, String found) {
        var document = new ObjectMapper().readTree(DOCUMENT);

        var nodes = JsonPath.of(path).in(document, 100);

        assertThat(new ObjectMapper().createArrayNode().addAll(nodes)).hasToString(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.list[?(@ > 1)]", "$.list[0:2]", "$.list.length()", "$.a["})
    void of_moreThanAPlace_isRefused(String path) {
        assertThatThrownBy(() -> JsonPath.of(path)).isInstanceOf(Refusal.class).hasMessageContaining(path);
    }

    @ParameterizedTest
    @CsvSource({"$.a.b[0], true", "$.list[*], false", "$..c, false"})
    void single_isWhatCanBeOnePlaceOnly(String path, boolean single) {
        assertThat(JsonPath.of(path).single()).isEqualTo(single);
    }
}
