package hobson.remote.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void text_markup_isEscapedAsContentAndAsAttribute() {
        var hostile = "<script>alert('x')</script> & \"y\"";

        var html = new Html().element("p", hostile, "title", hostile).toString();

        var escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;";
        assertThat(html).isEqualTo("<p title=\"" + escaped + "\">" + escaped + "</p>");
    }

    @Test
    void escape_controlCharacters_becomeBlanks() {
        assertThat(Html.escape("a\0b\u001bc\nd")).isEqualTo("a b c\nd");
    }

    @Test
    void escape_plainText_isTheSameObject() {
        var plain = "nothing to do: äöü";

        assertThat(Html.escape(plain)).isSameAs(plain);
    }

    @Test
    void toString_withAnOpenElement_fails() {
        var html = new Html().open("p");

        assertThatIllegalStateException().isThrownBy(html::toString).withMessageContaining("p");
    }
}
