package hobson.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    private static final Mask MASK =
            new Mask(List.of("s3cret-wörd", "s3cret-wörd-longer", "it's", "one-line\nother-line"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void write_inPiecesOfAnySize_masksTheSame(int size) throws Exception {
        var text = "a s3cret-wörd b s3cret-wörd-longer c s3cret-wör s3cret-wörd-longes\none-line\n  other-line s3c";
        var out = new ByteArrayOutputStream();
        var flow = MASK.new Flow(out::write);
        var bytes = text.getBytes(UTF_8);

        for (int at = 0; at < bytes.length; at += size) {
            int length = Math.min(size, bytes.length - at);
            flow.write(java.util.Arrays.copyOfRange(bytes, at, at + length), length);
        }
        flow.end();

        assertThat(out.toString(UTF_8)).isEqualTo("a **** b **** c s3cret-wör ****-longes\n****\n  **** s3c");
    }

    @Test
    void write_noBeginningOfASecret_holdsNothingBack() throws Exception {
        var out = new ByteArrayOutputStream();

        MASK.new Flow(out::write).write("password? ".getBytes(UTF_8), 10);

        assertThat(out.toString(UTF_8)).isEqualTo("password? ");
    }

    @Test
    void applied_asAShellQuotesIt_isMasked() {
        assertThat(MASK.applied("+ echo 'it'\\''s' 'it'\"'\"'s'")).isEqualTo("+ echo '****' '****'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "user:"})
    void applied_encodedAfterOtherBytes_isMasked(String before) {
        var coded = Base64.getEncoder().encodeToString((before + "s3cret-wörd!").getBytes(UTF_8));

        assertThat(MASK.applied(coded)).contains("****").hasSizeLessThan(coded.length());
    }

    @Test
    void applied_emptySecret_masksNothing() {
        assertThat(new Mask(List.of("")).applied("text")).isEqualTo("text");
    }
}
