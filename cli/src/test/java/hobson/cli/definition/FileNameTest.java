package hobson.cli.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "deploy,deploy",
        "feature/x,feature%2Fx",
        "50%,50%25",
        ".hidden,%2Ehidden",
        "Grüße 1,Grüße 1",
        "a:b*c,a%3Ab%2Ac",
        "..,%2E."
    })
    void of_anyName_comesBack(String name, String file) {
        assertThat(FileName.of(name)).isEqualTo(file);
        assertThat(FileName.name(file)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "a%2", "a%zz", "%FF"})
    void name_brokenEscape_isNone(String file) {
        assertThat(FileName.name(file)).isEmpty();
    }
}
