package hobson.remote.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleCopyTest {
    private static final String NOTE = "\u001b[8mha:////4AAA==\u001b[0m";

    @TempDir
    Path folder;

    @Test
    void text_loneLineFeed_becomesCrLfAndCrLfStays() throws IOException {
        assertThat(copied("one\ntwo\r\nthree é\n", ConsoleCopy.Form.TEXT)).isEqualTo("one\r\ntwo\r\nthree é\r\n");
    }

    @Test
    void html_markup_isEscaped() throws IOException {
        assertThat(copied("line2 <b>&é\r\nlast\n", ConsoleCopy.Form.HTML))
                .isEqualTo("line2 &lt;b&gt;&amp;é\r\nlast\r\n");
    }

    @Test
    void raw_note_isLeftOutAndLineEndsStay() throws IOException {
        assertThat(copied("a" + NOTE + "b\nc\r\n\u001b[31mred\u001b[0m\u001b", ConsoleCopy.Form.RAW))
                .isEqualTo("ab\nc\r\n\u001b[31mred\u001b[0m\u001b");
    }

    @Test
    void anyChunks_giveTheSame() throws IOException {
        var random = new Random(7);
        var pieces = new String[] {
            "x", "\n", "\r", "\r\n", "<", "&", "\u001b", NOTE, "\u001b[8mh", "long line of text é", "\t"
        };
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            for (var form : ConsoleCopy.Form.values()) {
                assertThat(inChunks(text.toString(), form, random)).isEqualTo(copied(text.toString(), form));
            }
        }
    }

    @Test
    void ofFinished_lastLineWithoutEnd_isCountedAndNotShown() throws IOException {
        var slice = LogSlice.ofFinished(log("x\nno-eol"), 0);

        assertThat(slice.next()).isEqualTo(8);
        assertThat(shown(slice)).isEqualTo("x\r\n");
    }

    @Test
    void ofRunning_partialLine_waitsForTheNextCall() throws IOException {
        var file = log("one\ntwo\npart");

        assertThat(shown(LogSlice.ofRunning(file, 0))).isEqualTo("one\r\ntwo\r\n");
        assertThat(LogSlice.ofRunning(file, 8)).isEqualTo(new LogSlice(file, 8, 8, 8));
    }

    @Test
    void ofRunning_manyLines_stopsAtTenThousand() throws IOException {
        assertThat(LogSlice.ofRunning(log("ab\n".repeat(100_000)), 3).next()).isEqualTo(3 + 30_000);
    }

    @Test
    void startBeyondTheEnd_isTheWholeLog() throws IOException {
        assertThat(shown(LogSlice.ofFinished(log("a\nb\n"), 99))).isEqualTo("a\r\nb\r\n");
        assertThat(shown(LogSlice.ofFinished(log("a\nb\n"), 4))).isEmpty();
    }

    @Test
    void tail_startsAfterALineEnd() throws IOException {
        var slice = LogSlice.tail(log("first\nsecond\nthird\n"), 9);

        assertThat(shown(slice)).isEqualTo("third\r\n");
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("log"), text);
    }

    private static String shown(LogSlice slice) throws IOException {
        var out = new ByteArrayOutputStream();
        slice.copy(out, ConsoleCopy.Form.TEXT);
        return out.toString(UTF_8);
    }

    private static String copied(String text, ConsoleCopy.Form form) throws IOException {
        var out = new ByteArrayOutputStream();
        var copy = new ConsoleCopy(out, form);
        copy.write(text.getBytes(UTF_8), text.getBytes(UTF_8).length);
        copy.finish();
        return out.toString(UTF_8);
    }

    private static String inChunks(String text, ConsoleCopy.Form form, Random random) throws IOException {
        var out = new ByteArrayOutputStream();
        var copy = new ConsoleCopy(out, form);
        var bytes = text.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(5));
            copy.write(java.util.Arrays.copyOfRange(bytes, at, at + length), length);
            at += length;
        }
        copy.finish();
        return out.toString(UTF_8);
    }
}
