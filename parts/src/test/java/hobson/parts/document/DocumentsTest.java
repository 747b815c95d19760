package hobson.parts.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final Limits LIMITS = new Limits(1_000_000, 50, 10_000, 300, 16);

    private final Documents documents = new Documents(LIMITS);

    @Test
    void read_elements_knowsNamesTextAndAttributes() {
        var root = root("<project a='1' b=\"&lt;2\"><x>one</x><y/><x>two</x></project>");

        assertThat(root.name()).isEqualTo("project");
        assertThat(root.attribute("b")).contains("<2");
        assertThat(root.attribute("c")).isEmpty();
        assertThat(root.children()).extracting(Element::name).containsExactly("x", "y", "x");
        assertThat(root.text("x")).contains("two");
        assertThat(root.text("y")).contains("");
        assertThat(root.text("z")).isEmpty();
    }

    @Test
    void read_textInPieces_isOneText() {
        assertThat(root("<a>x<!-- c -->&amp;<![CDATA[<y>]]>&#65;<?pi z?>\r\nend</a>")
                        .text())
                .isEqualTo("x&<y>A\nend");
    }

    @Test
    void read_textBesideElements_isNoText() {
        assertThat(root("<a>\n  <b/>\n</a>").text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hudson.model.View_-PropertyList, hudson.model.View$PropertyList",
        "a__b, a_b",
        "a__-b, a_-b",
        "_.0041b, Ab",
        "_.00zz, _.00zz",
        "_x_, _x_",
        "plain, plain"
    })
    void name_ofCodedElement_isDecoded(String element, String name) {
        assertThat(root("<" + element + "/>").name()).isEqualTo(name);
        assertThat(root("<" + element + "/>").elementName()).isEqualTo(element);
    }

    @Test
    void number_invalid_isAbsent() {
        var root = root("<a><n>7</n><hex>0x10</hex><bad>7 </bad><text>seven</text><big>99999999999</big></a>");

        assertThat(root.number("n")).hasValue(7);
        assertThat(root.number("hex")).hasValue(16);
        assertThat(root.number("bad")).isEmpty();
        assertThat(root.number("text")).isEmpty();
        assertThat(root.number("big")).isEmpty();
        assertThat(root.number("none")).isEmpty();
    }

    @Test
    void flag_anythingButTrue_isFalse() {
        var root = root("<a><t>TRUE</t><f>yes</f><e/></a>");

        assertThat(root.flag("t", false)).isTrue();
        assertThat(root.flag("f", true)).isFalse();
        assertThat(root.flag("e", true)).isFalse();
        assertThat(root.flag("none", true)).isTrue();
    }

    @Test
    void read_xml11_takesControlCharactersAsReferences() {
        assertThat(root("<?xml version='1.1' encoding='UTF-8'?>\n<a>&#27;[1m&#x1;</a>")
                        .text())
                .isEqualTo("\u001b[1m\u0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE",
                "UTF-32BE",
                "ISO-8859-15",
                "windows-1252",
                "GB18030",
                "EUC-JP"
            })
    void read_declaredEncoding_isDecoded(String name) {
        var charset = Charset.forName(name);
        var text = charset.newEncoder().canEncode('€') ? "10 €" : "日本";

        var root = documents
                .read(("<?xml version='1.0' encoding='" + name + "'?><a>" + text + "</a>").getBytes(charset))
                .root();

        assertThat(root.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void read_byteOrderMark_decidesAndIsNoText(String charset) {
        var bytes = "\uFEFF<?xml version='1.0' encoding='utf-8'?><a>ü€😀</a>".getBytes(Charset.forName(charset));

        assertThat(documents.read(bytes).root().text()).isEqualTo("ü€😀");
    }

    @Test
    void read_saysUtf16AndIsNot_isUtf8() {
        assertThat(root("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>ü</a>").text())
                .isEqualTo("ü");
    }

    @Test
    void read_replacementCharacterItself_isText() {
        assertThat(root("<a>\uFFFD</a>").text()).isEqualTo("\uFFFD");
    }

    @Test
    void strings_inEveryForm_areFound() {
        assertThat(root("<c><string>a</string><string>b</string></c>").strings())
                .containsExactly("a", "b");
        assertThat(root("<c class='java.util.Arrays$ArrayList'><a class='string-array'><string>a</string></a></c>")
                        .strings())
                .containsExactly("a");
        assertThat(root("<c><c class='list'><string>a</string></c><list reference='../c'/></c>")
                        .strings())
                .containsExactly("a");
        assertThat(root("<c/>").strings()).isEmpty();
    }

    private Element root(String document) {
        return documents.read(document.getBytes(StandardCharsets.UTF_8)).root();
    }
}
