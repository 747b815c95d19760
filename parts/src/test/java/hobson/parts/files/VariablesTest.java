package hobson.parts.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    @ParameterizedTest
    @CsvSource({
        "out/**, out/**",
        "$A/x, 1/x",
        "${A}b, 1b",
        "$Ab, $Ab",
        "${NONE}, ${NONE}",
        "$$A, $A",
        "$, $",
        "${A, ${A",
        "$B, $1\\",
        "'${a.b}', dots"
    })
    void expand_references_becomeValues(String text, String expanded) {
        assertThat(Variables.expand(text, Map.of("A", "1", "B", "$1\\", "a.b", "dots")))
                .isEqualTo(expanded);
    }
}
