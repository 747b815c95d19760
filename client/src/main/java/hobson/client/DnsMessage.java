package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The records of a message of the DNS (RFC 1035) that tell of services (RFC 6763). Written for messages by strangers: it reads at most
 * what is there, and a name that points to itself is an error.
 */
final class DnsMessage {
    static final int PTR = 12;
    static final int TXT = 16;
    static final int SRV = 33;
    static final int ANY = 255;

    private static final int HEADER_BYTES = 12;
    private static final int ANSWER_BIT = 0x8000;
    private static final int POINTER_BITS = 0xc0;
    private static final int MOST_LABELS = 128;
    private static final int CLASS_INTERNET = 1;

    private DnsMessage() {}

    /** @param name in small letters, with dots between its labels */
    record Entry(String name, int type, String target, Map<String, String> properties) {}

    /** A message that asks one question. */
    static byte[] question(String name, int type) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        for (var label : name.split("\\.", -1)) {
            var bytes = label.getBytes(UTF_8);
            message.write(bytes.length);
            message.writeBytes(bytes);
        }
        message.writeBytes(new byte[] {0, 0, (byte) type, 0, CLASS_INTERNET});
        return message.toByteArray();
    }

    /** What an answer says; empty when it is no answer, or none that can be read. */
    static Optional<List<Entry>> entries(byte[] message, int length) {
        try {
            var buffer = ByteBuffer.wrap(message, 0, length);
            buffer.getShort();
            boolean answer = (buffer.getShort() & ANSWER_BIT) != 0;
            int questions = unsigned(buffer);
            int records = unsigned(buffer) + unsigned(buffer) + unsigned(buffer);
            return answer ? Optional.of(entries(buffer, questions, records)) : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Entry> entries(ByteBuffer buffer, int questions, int records) {
        for (int i = 0; i < questions; i++) {
            name(buffer);
            skip(buffer, 4);
        }
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < records; i++) {
            var name = name(buffer);
            int type = unsigned(buffer);
            skip(buffer, 6);
            int length = unsigned(buffer);
            int end = buffer.position() + length;
            if (end > buffer.limit()) {
                throw new IllegalArgumentException("a record is longer than the message");
            }
            var target = type == PTR ? name(buffer) : "";
            var properties = type == TXT ? properties(buffer, end) : Map.<String, String>of();
            entries.add(new Entry(name, type, target, properties));
            buffer.position(end);
        }
        return entries;
    }

    private static Map<String, String> properties(ByteBuffer buffer, int end) {
        var properties = new LinkedHashMap<String, String>();
        while (buffer.position() < end) {
            var pair = text(buffer, buffer.get() & 0xff).split("=", 2);
            if (pair.length == 2 && !pair[0].isEmpty()) {
                properties.putIfAbsent(pair[0].toLowerCase(Locale.ROOT), pair[1]);
            }
        }
        return properties;
    }

    private static String name(ByteBuffer buffer) {
        var labels = new ArrayList<String>();
        var at = buffer;
        for (int length = at.get() & 0xff; length != 0; length = at.get() & 0xff) {
            if (labels.size() == MOST_LABELS) {
                throw new IllegalArgumentException("a name without an end");
            }
            if ((length & POINTER_BITS) == POINTER_BITS) {
                int from = (length & ~POINTER_BITS) << Byte.SIZE | (at.get() & 0xff);
                if (from < HEADER_BYTES || from >= at.position() - 2) {
                    throw new IllegalArgumentException("a name that points ahead"); // so that every step goes back
                }
                at = buffer.duplicate().position(from);
            } else {
                if ((length & POINTER_BITS) != 0) {
                    throw new IllegalArgumentException("a label of an unknown kind");
                }
                labels.add(text(at, length).toLowerCase(Locale.ROOT));
            }
        }
        return String.join(".", labels);
    }

    private static String text(ByteBuffer buffer, int length) {
        var bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static int unsigned(ByteBuffer buffer) {
        return buffer.getShort() & 0xffff;
    }

    private static void skip(ByteBuffer buffer, int bytes) {
        text(buffer, bytes);
    }
}
