package hobson.remote.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\"\\/", "a\nb\tc\0d\u007f", "</script><!--", "ä€ 😀", "\ud83d"})
    void quoted_anyText_comesBackFromAJsonReader(String text) {
        var json = JsonText.quoted(text);

        assertThat(JsonMapper.builder().build().readTree(json).asString()).isEqualTo(text);
    }

    @Test
    void quoted_markup_cannotEndAScriptElement() {
        assertThat(JsonText.quoted("</script>&")).isEqualTo("\"\\u003c/script\\u003e\\u0026\"");
    }
}
