package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final Key<String> WHO = new Key<>("who");

    @Test
    void with_key_isSeenByWhoGetsTheNewRequest() {
        var plain = Request.draft("GET", "/").build();
        var known = plain.with(WHO, "anna").with(new Key<Integer>("other"), 7);

        assertThat(known.get(WHO)).isEqualTo("anna");
        assertThat(known.with(WHO, "bert").get(WHO)).isEqualTo("bert");
        assertThat(plain.find(WHO)).isEmpty();
        assertThatThrownBy(() -> plain.get(WHO))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("who");
    }

    @Test
    void cookie_severalHeaders_areReadTogether() {
        var request = Request.draft("GET", "/")
                .header("Cookie", "a=1; b=\"two\"; ; broken; =x")
                .header("cookie", "a=3;c=x=y")
                .build();

        assertThat(request.cookie("a")).contains("1");
        assertThat(request.cookies().all("a")).containsExactly("1", "3");
        assertThat(request.cookie("b")).contains("two");
        assertThat(request.cookie("c")).contains("x=y");
        assertThat(request.cookies().names()).containsExactly("a", "b", "c");
    }

    @Test
    void text_charset_isTheOneNamedOrUtf8() {
        var latin = Request.draft("POST", "/")
                .body("text/plain; charset=ISO-8859-1", new byte[] {(byte) 0xe9})
                .build();
        var utf8 = Request.draft("POST", "/")
                .body("text/plain", "\u00e9".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .build();

        assertThat(latin.text(10)).isEqualTo("\u00e9");
        assertThat(utf8.text(10)).isEqualTo("\u00e9");
        assertThat(utf8.mediaType()).isEqualTo("text/plain");
    }

    @Test
    void inline_anythingThatBlocks_throwsTheSignal() {
        var inline = Request.draft("POST", "/?a=1").form("b=2").build().asInline();

        assertThat(inline.query().first("a")).contains("1");
        assertThatThrownBy(inline::parameters).isSameAs(MustBlock.SIGNAL);
        assertThatThrownBy(() -> inline.bytes(1)).isSameAs(MustBlock.SIGNAL);
        assertThatThrownBy(inline::body).isSameAs(MustBlock.SIGNAL);
        assertThat(MustBlock.SIGNAL.getStackTrace()).isEmpty();
    }

    @Test
    void parameters_toString_hidesTheValues() {
        assertThat(Request.draft("POST", "/").form("password=secret").build().parameters())
                .hasToString("[password]");
    }

    @Test
    void response_with_leavesTheOriginalAlone() {
        var plain = Response.text(200, "x");
        var more = plain.with("A", "1")
                .with(Header.of("B", "2"), Header.of("C", "3"))
                .replacing(Header.of("a", "4"));

        assertThat(plain.headers()).hasSize(1);
        assertThat(more.headers()).hasToString("[Content-Type: text/plain;charset=utf-8, B: 2, C: 3, a: 4]");
        assertThat(more.header("A")).contains("4");
    }
}
