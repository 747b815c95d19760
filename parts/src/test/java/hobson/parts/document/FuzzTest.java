package hobson.parts.document;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final int ROUNDS = 5_000;

    private static final byte[][] DICTIONARY = {
        bytes("<!DOCTYPE"),
        bytes("<![CDATA["),
        bytes("]]>"),
        bytes("<!--"),
        bytes("-->"),
        bytes("<?xml version='1.1'?>"),
        bytes("&#x0;"),
        bytes("&#27;"),
        bytes("&amp;"),
        bytes("&x;"),
        bytes("/>"),
        bytes("</"),
        bytes("encoding='UTF-16'"),
        {0},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80}
    };

    private final Documents documents = new Documents(new Limits(100_000, 20, 2_000, 100, 8));

    /** Whatever it is, it is read or refused; and what is read can be edited and read again. */
    @Test
    void read_mutatedDocuments_isReadOrRefused() {
        int read = 0;
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = mutated(new GeneratedDocument(random.nextInt(500)).bytes(), random);
            try {
                var document = documents.read(bytes);
                var after = document.edit()
                        .field("description", "d", GeneratedDocument.FIELDS)
                        .bytes();
                assertThat(documents.read(after).root().text("description")).contains("d");
                read++;
            } catch (Refusal refusal) {
                assertThat(refusal.getMessage())
                        .isNotBlank()
                        .doesNotContain("\n")
                        .hasSizeLessThan(400);
            }
        }
        assertThat(read).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    private static byte[] mutated(byte[] document, Random random) {
        var bytes = document;
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(4)) {
                case 0 -> spliced(bytes, at, at, DICTIONARY[random.nextInt(DICTIONARY.length)]);
                case 1 -> spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(8)), new byte[0]);
                case 2 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt()});
                default ->
                    spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 30)));
            };
            if (bytes.length == 0) {
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        var out = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(with, 0, out, from, with.length);
        System.arraycopy(bytes, to, out, from + with.length, bytes.length - to);
        return out;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
