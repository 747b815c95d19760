package hobson.parts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditTest {
    private static final int ROUNDS = 1_500;
    private static final List<String> ORDER = GeneratedDocument.FIELDS;

    private final Documents documents = new Documents(Limits.DEFAULT);

    @Test
    void field_existing_onlyItsContentChanges() {
        assertThat(edited("<p>\n  <description>old</description>\n  <x/>\n</p>", "new"))
                .isEqualTo("<p>\n  <description>new</description>\n  <x/>\n</p>");
        assertThat(edited("<p><description a='1' /></p>", "a<b"))
                .isEqualTo("<p><description a='1' >a&lt;b</description></p>");
        assertThat(edited("<p><description><![CDATA[x]]></description></p>", ""))
                .isEqualTo("<p><description></description></p>");
        assertThat(edited("<p><description>1</description><description>2</description></p>", "3"))
                .isEqualTo("<p><description>1</description><description>3</description></p>");
    }

    @Test
    void field_missing_isPutBehindItsPredecessorsInTheSameStyle() {
        assertThat(edited("<p>\n  <actions/>\n  <canRoam>x</canRoam>\n</p>", "new"))
                .isEqualTo("<p>\n  <actions/>\n  <description>new</description>\n  <canRoam>x</canRoam>\n</p>");
        assertThat(edited("<p>\r\n\t<canRoam>x</canRoam>\r\n</p>", "new"))
                .isEqualTo("<p>\r\n\t<description>new</description>\r\n\t<canRoam>x</canRoam>\r\n</p>");
        assertThat(edited("<p><canRoam/></p>", "new")).isEqualTo("<p><description>new</description><canRoam/></p>");
        assertThat(edited("<p/>", "new")).isEqualTo("<p><description>new</description></p>");
        assertThat(edited("<p a='1' />", "new")).isEqualTo("<p a='1' ><description>new</description></p>");
        assertThat(edited("<p>\n</p>", "new")).isEqualTo("<p><description>new</description>\n</p>");
    }

    @Test
    void without_existing_takesItsWhiteSpaceAlong() {
        var document = document("<p>\n  <actions/>\n  <description>x</description>\n  <canRoam/>\n</p>");

        assertThat(text(document.edit().without("description").bytes()))
                .isEqualTo("<p>\n  <actions/>\n  <canRoam/>\n</p>");
    }

    @Test
    void bytes_nothingChanged_isTheVeryArray() {
        var bytes = "<p><description>same &#38; same</description></p>".getBytes(StandardCharsets.UTF_8);

        var document = documents.read(bytes);

        assertThat(document.edit().field("description", "same & same", ORDER).bytes())
                .isSameAs(bytes);
        assertThat(document.edit().without("displayName").bytes()).isSameAs(bytes);
    }

    @Test
    void field_characterThatTheVersionCannotCarry_isRefused() {
        assertThatThrownBy(() -> edited("<p/>", "\u001b"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("U+001B")
                .hasMessageContaining("XML 1.0");
        assertThatThrownBy(() -> edited("<?xml version='1.1'?><p/>", "\0")).hasMessageContaining("U+0000");
        assertThatThrownBy(() -> edited("<p/>", "\uD83D")).hasMessageContaining("U+D83D");
        assertThatThrownBy(() -> edited("<p/>", "\uFFFF")).hasMessageContaining("U+FFFF");
        assertThat(edited("<?xml version='1.1'?><p/>", "\u001b\u0085\r"))
                .isEqualTo("<?xml version='1.1'?><p><description>&#x1b;&#x85;&#xd;</description></p>");
    }

    @Test
    void field_characterThatTheEncodingHasNot_isAReference() {
        var latin = "<?xml version='1.0' encoding='ISO-8859-1'?><p/>".getBytes(StandardCharsets.ISO_8859_1);

        var after =
                documents.read(latin).edit().field("description", "é€😀", ORDER).bytes();

        assertThat(new String(after, StandardCharsets.ISO_8859_1))
                .endsWith("<description>é&#x20ac;&#x1f600;</description></p>");
    }

    @Test
    void field_characterThatTheEncodingWritesAsAnother_isAReference() {
        var japan = Charset.forName("Shift_JIS");
        var document = "<?xml version='1.0' encoding='Shift_JIS'?><p/>".getBytes(japan);

        var after = documents
                .read(document)
                .edit()
                .field("description", "日¥\\", ORDER)
                .bytes();

        assertThat(new String(after, japan)).endsWith("<description>日&#xa5;\\</description></p>");
    }

    @Test
    void field_generatedDocuments_readBackAndLeaveEveryOtherByteAlone() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var generated = new GeneratedDocument(seed);
            var before = generated.bytes();
            var field = ORDER.get((int) (seed % ORDER.size()));
            var text = generated.text();
            var document = documents.read(before);

            var after = document.edit().field(field, text, ORDER).bytes();

            var edited = documents.read(after).root();
            assertThat(edited.text(field)).as("seed %d", seed).contains(text);
            var root = document.root();
            int replaced = length(document, root.child(field).orElse(root.span.selfClosing() ? root : null));
            assertThat(untouched(before, after)).as("seed %d", seed).isGreaterThanOrEqualTo(before.length - replaced);
            for (var other : ORDER) {
                if (!other.equals(field)) {
                    assertThat(edited.text(other)).as("seed %d", seed).isEqualTo(root.text(other));
                }
            }
        }
    }

    @Test
    void without_generatedDocuments_removesOnlyThat() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var before = new GeneratedDocument(seed).bytes();
            var document = documents.read(before);

            var root = documents
                    .read(document.edit().without("description").bytes())
                    .root();

            assertThat(root.child("description")).isEmpty();
            assertThat(root.children().stream().map(Element::name))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(document.root().children().stream()
                            .map(Element::name)
                            .filter(name -> !name.equals("description"))
                            .toList());
        }
    }

    @Test
    void span_generatedDocuments_isWhatTheElementSays() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var document = documents.read(new GeneratedDocument(seed).bytes());
            for (var child : document.root().children()) {
                var span = child.span;
                var source = document.text();
                assertThat(source.startsWith("<" + child.elementName(), span.start()))
                        .isTrue();
                assertThat(source.charAt(span.content() - 1)).isEqualTo('>');
                assertThat(source.charAt(span.end() - 1)).isEqualTo('>');
                assertThat(span.selfClosing() || source.startsWith("</" + child.elementName(), span.contentEnd()))
                        .isTrue();
            }
        }
    }

    private static int length(Document document, @Nullable Element element) {
        if (element == null) {
            return 0;
        }
        var offsets = document.byteOffsets();
        int start = offsets.offset(element.span.start());
        return offsets.offset(element.span.end()) - start;
    }

    /** Bytes that both have in common at the beginning and at the end, none counted twice. */
    private static int untouched(byte[] before, byte[] after) {
        int shorter = Math.min(before.length, after.length);
        int head = Arrays.mismatch(before, after);
        if (head < 0) {
            return before.length;
        }
        int tail = 0;
        while (tail < shorter - head && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
            tail++;
        }
        return head + tail;
    }

    private String edited(String before, String description) {
        return text(
                document(before).edit().field("description", description, ORDER).bytes());
    }

    private Document document(String text) {
        return documents.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
