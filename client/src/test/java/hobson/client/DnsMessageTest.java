package hobson.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DnsMessageTest {
    private static byte[] bytes(Object... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            if (part instanceof String text) {
                bytes.write(text.length());
                bytes.writeBytes(text.getBytes(ISO_8859_1));
            } else {
                bytes.write((Integer) part);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] answer(int records, byte[]... parts) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(bytes(0, 0, 0x84, 0, 0, 0, 0, records, 0, 0, 0, 0));
        for (var part : parts) {
            message.writeBytes(part);
        }
        return message.toByteArray();
    }

    private static List<DnsMessage.Entry> entries(byte[] message) {
        return DnsMessage.entries(message, message.length).orElseThrow();
    }

    @Test
    void entries_compressedNames_areWhole() {
        // at 12: _jenkins._tcp.local; its PTR leads to Jenkins before that name; then the TXT of the same, by a pointer
        // to a pointer
        var pointer = answer(
                2,
                bytes("_jenkins", "_tcp", "local", 0, 0, 12, 0, 1, 0, 0, 0, 9, 0, 10, "Jenkins", 0xc0, 12),
                bytes(0xc0, 43, 0, 16, 0x80, 1, 0, 0, 0, 9, 0, 18, "url=http://a/", "A=b", 0));

        var entries = entries(pointer);

        assertThat(entries.get(0).name()).isEqualTo("_jenkins._tcp.local");
        assertThat(entries.get(0).target()).isEqualTo("jenkins._jenkins._tcp.local");
        assertThat(entries.get(1).name()).isEqualTo("jenkins._jenkins._tcp.local");
        assertThat(entries.get(1).properties()).isEqualTo(Map.of("url", "http://a/", "a", "b"));
    }

    @Test
    void entries_nameThatPointsToItself_isNoMessage() {
        var message = answer(1, bytes(0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0));

        assertThat(DnsMessage.entries(message, message.length)).isEmpty();
    }

    @Test
    void entries_nameThatGoesRoundInCircles_isNoMessage() {
        var message = answer(1, bytes("a", 0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0));

        assertThat(DnsMessage.entries(message, message.length)).isEmpty();
    }

    @Test
    void entries_question_isNoAnswer() {
        var question = DnsMessage.question("_jenkins._tcp.local", DnsMessage.PTR);

        assertThat(DnsMessage.entries(question, question.length)).isEmpty();
    }

    @Test
    void entries_rubbish_neverFails() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var message = new byte[random.nextInt(60)];
            random.nextBytes(message);
            if (message.length > 2) {
                message[2] = (byte) 0x84;
            }
            assertThat(DnsMessage.entries(message, message.length)).isNotNull();
        }
    }
}
