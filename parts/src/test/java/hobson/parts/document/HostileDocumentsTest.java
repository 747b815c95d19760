package hobson.parts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: one sentence, soon. */
class HostileDocumentsTest {
    private static final Limits LIMITS = new Limits(1_000_000, 50, 10_000, 300, 16);

    private final Documents documents = new Documents(LIMITS);

    @ParameterizedTest
    @ValueSource(strings = {"ISO-2022-JP", "IBM037", "no-such-encoding", "x-windows-iso2022jp"})
    void read_encodingThatCannotBeCut_isRefused(String name) {
        assertRefused("<?xml version='1.0' encoding='" + name + "'?><a/>", "encoding " + name + " is not known here");
    }

    @Test
    void read_bytesThatAreNotUtf8_saysWhere() {
        var bytes = "<a>\nab?</a>".getBytes(StandardCharsets.ISO_8859_1);
        bytes[6] = (byte) 0xFC;

        assertThatThrownBy(() -> documents.read(bytes))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BAD_INPUT))
                .hasMessageContaining("not UTF-8")
                .hasMessageContaining("line 2, column 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<project><x></project>          | line 1, column 21: Unexpected close tag </project>; expected </x>",
                "hello                           | line 1, column 1: Unexpected character 'h'",
                "<a/><b/>                        | multiple roots",
                "<a>&x;</a>                      | Undeclared general entity",
                "<a b='1' b='2'/>                | Duplicate attribute 'b'",
                "<a>&#27;</a>                    | Illegal character entity",
                "<a>]]></a>                      | ]]>",
                "<a                              | line 1, column 2: Unexpected end of input",
                "<?xml version='3.0'?><a/>       | version"
            })
    void read_notWellFormed_isRefusedWithPlaceAndReason(String text, String message) {
        assertRefused(text, message);
    }

    @Test
    void read_nothing_isRefused() {
        assertRefused("", "empty");
        assertRefused("<!-- nothing -->", "EOF");
    }

    @Test
    void read_nulBytes_areRefused() {
        assertRefused("<a>\0</a>", "NULL");
        assertRefused("\0\0\0\0\0\0", "not well-formed");
    }

    @Test
    void read_documentType_isRefusedBeforeAnythingIsExpanded() {
        assertRefused("<!DOCTYPE a><a/>", "a document type (<!DOCTYPE) is not accepted");
        assertRefused("<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><p>&x;</p>", "<!DOCTYPE");
        var laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(("&lol" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertRefused(laughs + "]><lolz>&lol29;</lolz>", "<!DOCTYPE");
    }

    @Test
    void read_externalEntityInAttribute_isRefused() {
        assertRefused("<a b='&x;'/>", "Undeclared general entity");
    }

    @Test
    void read_hundredMegabytes_isTooLarge() {
        var bytes = new byte[100 * 1024 * 1024];
        Arrays.fill(bytes, (byte) '<');

        assertThatThrownBy(() -> new Documents(Limits.DEFAULT).read(bytes))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE))
                .hasMessageContaining("104857600 bytes");
    }

    @Test
    void read_deepNesting_isRefused() {
        assertRefused("<a>".repeat(100_000), "Maximum Element Depth limit (50)");
        assertThat(root("<a>".repeat(50) + "</a>".repeat(50)).name()).isEqualTo("a");
    }

    @Test
    void read_tooManyElementsNamesOrAttributes_isRefused() {
        assertRefused("<r>" + "<a/>".repeat(10_000) + "</r>", "more than 10000 elements");
        var names = new StringBuilder("<r>");
        for (int i = 0; i < 400; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertRefused(names + "</r>", "more than 300 different names");
        var attributes = new StringBuilder("<r");
        for (int i = 0; i < 20; i++) {
            attributes.append(" n").append(i).append("='1'");
        }
        assertRefused(attributes + "/>", "ttribute");
    }

    @Test
    void read_nameOfAMillionCharacters_isRefusedInAShortSentence() {
        assertThatThrownBy(() -> root("<" + "n".repeat(900_000) + "/>"))
                .isInstanceOf(Refusal.class)
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("a name of 900000 characters")
                        .hasSizeLessThan(200));
    }

    /** Names whose hash codes are all the same are the classic way to keep a server busy. */
    @Test
    void read_namesThatCollide_endsSoon() {
        var names = new StringBuilder("<r>");
        for (int i = 0; i < 100_000; i++) {
            names.append('<');
            for (int bit = 0; bit < 17; bit++) {
                names.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.append("/>");
        }

        var bytes = names.append("</r>").toString().getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new Documents(Limits.DEFAULT).read(bytes)).hasMessageContaining("different names");
    }

    @Test
    void read_messageThatQuotesTheDocument_hasNoControlCharacters() {
        assertThatThrownBy(() -> root("<?xml version='1.1'?><a\u0085>" + "<b>".repeat(3)))
                .isInstanceOf(Refusal.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\u0085", "\r"));
    }

    private Element root(String document) {
        return documents.read(document.getBytes(StandardCharsets.UTF_8)).root();
    }

    private void assertRefused(String document, String message) {
        assertThatThrownBy(() -> root(document)).isInstanceOf(Refusal.class).hasMessageContaining(message);
    }
}
