package hobson.remote.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPathTest {
    private static final String DOCUMENT =
            "<push ref=\"main\"><commit><id>1</id></commit><commit><id>2</id></commit></push>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /push/@ref        | [main]
            //id              | [1, 2]
            /push/commit[2]   | [2]
            count(//commit)   | [2]
            string(/push/@no) | []
            /push/none        | []
            """)
    void in_findsWhatIsThere(String path, String found) {
        assertThat(XmlPath.of(path).in(XmlPath.document(DOCUMENT.getBytes(UTF_8))))
                .hasToString(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/push[", "", "nosuch()"})
    void of_noXPath_isRefused(String path) {
        assertThatThrownBy(() -> XmlPath.of(path).in(XmlPath.document(DOCUMENT.getBytes(UTF_8))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void document_hostile_isNone() {
        assertThat(XmlPath.document("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>".getBytes(UTF_8)))
                .isNull();
        assertThat(XmlPath.document(("<a>".repeat(300) + "</a>".repeat(300)).getBytes(UTF_8)))
                .isNull();
        assertThat(XmlPath.document(new byte[2 << 20])).isNull();
        assertThat(XmlPath.document("{}".getBytes(UTF_8))).isNull();
        assertThat(XmlPath.of("/a").in(null)).isEmpty();
    }
}
