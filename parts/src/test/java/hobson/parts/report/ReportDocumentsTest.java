package hobson.parts.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import hobson.engine.build.Result;
import hobson.engine.run.BuildReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDocumentsTest {
    private final ReportDocuments documents = new ReportDocuments();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private BuildReport read(String report) throws IOException {
        return documents.read(new ByteArrayInputStream(report.getBytes(UTF_8)), null, log);
    }

    private static String hex(String text, String charset) {
        return HexFormat.of().formatHex(text.getBytes(Charset.forName(charset)));
    }

    @Test
    void read_everything_isTyped() throws IOException {
        var report = read("""
                <?xml version='1.1' encoding='UTF-8'?>
                <run><!-- x --><log encoding="UTF-8" content-encoding="hexBinary">%s
                  <![CDATA[0a]]></log><result> 0 </result><duration>1234</duration><displayName> x </displayName>
                <description>a &amp; b</description><more><log>6162</log></more></run>
                """.formatted(hex("Zoë", "UTF-8")));

        assertThat(report).isEqualTo(new BuildReport(Result.SUCCESS, 1234, "x", "a & b"));
        assertThat(log.toString(UTF_8)).isEqualTo("Zoë\n");
    }

    @ParameterizedTest
    @CsvSource({"0,SUCCESS", "-0,SUCCESS", "1,FAILURE", "-15,FAILURE", "UNSTABLE,UNSTABLE", "aborted,ABORTED"})
    void read_result_isExitCodeOrName(String text, Result result) throws IOException {
        assertThat(read("<run><result>" + text + "</result></run>")).isEqualTo(new BuildReport(result, 0, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "hexBinary, ISO-8859-1, ISO-8859-1",
        "UTF-16LE, hexBinary, UTF-16LE",
        "Shift_JIS, '', Shift_JIS",
        "hexBinary, '', UTF-8"
    })
    void read_logInOtherCharset_becomesUtf8(String encoding, String content, String charset) throws IOException {
        var text = (charset.equals("Shift_JIS") ? "日本語" : "Grüße").repeat(5_000);

        read("<run><log encoding='%s' content-encoding='%s'>%s</log><result>0</result></run>"
                .formatted(encoding, content, hex(text, charset)));

        assertThat(log.toString(UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<project><result>0</result></project>",
                "<run/>",
                "<run><result>fine</result></run>",
                "<run><result/></run>",
                "<run><log>6</log><result>0</result></run>",
                "<run><log>0g</log><result>0</result></run>",
                "<run><log>é0</log><result>0</result></run>",
                "<run><log encoding='no-such'>00</log><result>0</result></run>",
                "<run><result>0</result><duration>-1</duration></run>",
                "<run><result>0</result><duration>9999999999999999</duration></run>",
                "<run><result>0</result><duration>soon</duration></run>",
                "<run><result>0</result>",
                "<run><result>0</result></run><run/>",
                "<!DOCTYPE run [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><run><log>&a;</log><result>0</result></run>",
                "<!DOCTYPE run><run><result>0</result></run>",
                "<run><result>0</result><description>&a;</description></run>"
            })
    void read_noReport_isRefused(String report) {
        assertThatThrownBy(() -> read(report))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BAD_INPUT));
    }

    @Test
    void read_valuesBeyondTheirBounds_areRefused() {
        for (var element : List.of("result", "duration", "displayName", "description")) {
            assertThatThrownBy(() -> read("<run><" + element + ">" + "1".repeat(1 << 21) + "</" + element + "></run>"))
                    .as(element)
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> read("<run>" + "<a>".repeat(1_000))).isInstanceOf(Refusal.class);
    }

    /** Much more than there is memory for. */
    @Test
    void read_endlessLog_isPassedOnPieceByPiece() throws IOException {
        long bytes = 3L * Runtime.getRuntime().maxMemory() / 2;
        var counted = new CountingOutput();

        documents.read(new LongReport(bytes), UTF_8, counted);

        assertThat(counted.count).isEqualTo(bytes / 2);
    }

    private static final class CountingOutput extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }

    /** A report whose log has that many digits. */
    private static final class LongReport extends InputStream {
        private final InputStream before = new ByteArrayInputStream("<run><log>".getBytes(UTF_8));
        private final InputStream after = new ByteArrayInputStream("</log><result>0</result></run>".getBytes(UTF_8));
        private long left;

        LongReport(long digits) {
            left = digits / 2 * 2;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = before.read(into, offset, length);
            if (count >= 0) {
                return count;
            }
            if (left == 0) {
                return after.read(into, offset, length);
            }
            int piece = (int) Math.min(left, length);
            java.util.Arrays.fill(into, offset, offset + piece, (byte) '6');
            left -= piece;
            return piece;
        }
    }
}
