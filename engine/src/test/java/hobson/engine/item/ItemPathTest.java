package hobson.engine.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemPathTest {

    @Test
    void url_oddCharacters_areEncodedAsUtf8() {
        assertThat(ItemPath.of("team A/c++/a~b/é").url()).isEqualTo("job/team%20A/job/c++/job/a%7Eb/job/%C3%A9/");
    }

    @ParameterizedTest
    @CsvSource({"b, f/b", "/b, b", "../b, b", "./b, f/b", "g/b, f/g/b", "../x/y, x/y"})
    void resolve_text_isRelativeToTheFolder(String text, String expected) {
        assertThat(ItemPath.of("f/a").resolve(text).fullName()).isEqualTo(expected);
    }

    @Test
    void resolve_aboveTheRoot_isNoPath() {
        assertThatThrownBy(() -> ItemPath.of("a").resolve("../b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void key_letterCase_doesNotCount() {
        assertThat(ItemPath.of("Foo").key()).isEqualTo(ItemPath.of("fOO").key());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, No name is specified",
                "` `, No name is specified",
                "., “.” is not an allowed name",
                "a/b, ‘/’ is an unsafe character",
                "a%b, ‘%’ is an unsafe character",
                "abc., A name cannot end with ‘.’",
            })
    void checked_badName_isRefusedWithASentence(String name, String sentence) {
        assertThatThrownBy(() -> ItemNames.checked(name))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
    }

    @Test
    void checked_controlCharacter_isPrintedByItsNumber() {
        assertThatThrownBy(() -> ItemNames.checked("a\u0001b")).hasMessage("No control code is allowed: a\\u1;b");
    }

    @Test
    void checked_blanksAround_areDropped() {
        assertThat(ItemNames.checked(" lead ")).isEqualTo("lead");
    }
}
