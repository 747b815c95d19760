package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    @Test
    void of_quotesOfAMessage_becomeBlanks() {
        assertThat(Header.of("X-Error", "A job already exists with the name \u2018foo\u2019")
                        .value())
                .isEqualTo("A job already exists with the name  foo ");
    }

    @Test
    void of_lineEndsAndSurrogates_becomeOneBlankEach() {
        assertThat(Header.of("X", "a\r\nb\u0000c\ud83d\ude00d\te\u00ff").value())
                .isEqualTo("a  b c  d\te\u00ff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\r\nb", "caf\u00e9"})
    void of_badName_isRefused(String name) {
        assertThatThrownBy(() -> Header.of(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cookie_attributes_areWrittenInOrder() {
        var cookie = new Cookie("JSESSIONID.ab", "node0x.node0", "/ci/", -1, true, "Lax");

        assertThat(cookie.toHeader())
                .hasToString("Set-Cookie: JSESSIONID.ab=node0x.node0; Path=/ci/; HttpOnly; Secure; SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource({"a;b, x", "a, 'x; Domain=evil'", "a, 'x\ny'", "a, x y"})
    void cookie_badCharacters_areRefused(String name, String value) {
        assertThatThrownBy(() -> new Cookie(name, value, "/", -1, false, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "job/a/, true",
        "/job/a/?x=a:b, true",
        "?x, true",
        ".., true",
        "//evil.example, false",
        "/\\evil.example, false",
        "\\\\evil.example, false",
        "http://evil.example, false",
        "javascript:alert(1), false",
        "'java\tscript:x', false",
        "' //evil.example', false",
        "'', false",
        "a\\b, false"
    })
    void safeRedirect_onlyPlacesOnThisServer(String target, boolean safe) {
        assertThat(SafeRedirect.isSafe(target)).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b/c%d | a%20b%2Fc%25d",
                "~ | %7E",
                "\u00e9 | %C3%A9",
                "a!$&'()*+,-.=@_9 | a!$&'()*+,-.=@_9",
                "<\"?# | %3C%22%3F%23"
            })
    void pathText_encode_keepsWhatTheContractKeeps(String name, String encoded) {
        assertThat(PathText.encode(name)).isEqualTo(encoded);
        assertThat(PathText.decode(encoded)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ci//x", "/../x", "/ci/.x", "/c i", "/c%69", "/ci?x"})
    void settings_badContextPath_isRefused(String path) {
        var settings = HttpSettings.local(java.nio.file.Path.of("x"));

        assertThatThrownBy(() -> settings.withContextPath(path)).hasMessage("not a context path: " + path);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "/, ''", "ci, /ci", "/ci/, /ci", "/a/b//, /a/b"})
    void settings_contextPath_isTrimmed(String path, String trimmed) {
        assertThat(HttpSettings.local(java.nio.file.Path.of("x"))
                        .withContextPath(path)
                        .contextPath())
                .isEqualTo(trimmed);
    }
}
