package hobson.remote.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Logs for terminals that are not in UTF-8. */
class RecodedTest {
    private static String recoded(byte[] text, int piece, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        var recoded = new Recoded(new PrintStream(bytes, false, charset));
        for (int at = 0; at < text.length; at += piece) {
            recoded.write(text, at, Math.min(piece, text.length - at));
        }
        recoded.flush();
        return bytes.toString(charset);
    }

    @Test
    void write_lettersCutBetweenPieces_areWhole() {
        var text = "grün 😀 €uro\n".repeat(3_000);

        assertThat(recoded(text.getBytes(UTF_8), 1, UTF_16BE)).isEqualTo(text);
        assertThat(recoded(text.getBytes(UTF_8), 10_000, UTF_16BE)).isEqualTo(text);
    }

    @Test
    void write_whatTheCharsetHasNot_isReplaced() {
        assertThat(recoded("ä😀€\n".getBytes(UTF_8), 3, ISO_8859_1)).isEqualTo("ä??\n");
        assertThat(recoded(new byte[] {'a', (byte) 0xff, 'b'}, 2, ISO_8859_1)).isEqualTo("a?b");
    }
}
