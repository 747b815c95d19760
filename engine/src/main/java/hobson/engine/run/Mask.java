package hobson.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces secrets by asterisks: as they are, line by line where they have several, as a shell quotes them when it says what it does,
 * and in base64 wherever they stand in what was encoded. Immutable.
 */
final class Mask {
    private static final byte[] ASTERISKS = "****".getBytes(UTF_8);
    private static final int NONE = 0;
    private static final int UNDECIDED = -1;
    private static final int SHORTEST_LINE = 4;
    private static final int SHORTEST_CODED = 6;

    private final Map<Byte, List<byte[]>> patterns = new HashMap<>();

    Mask(Collection<String> secrets) {
        var texts = new LinkedHashSet<String>();
        secrets.forEach(secret -> addForms(secret, texts));
        texts.remove("");
        texts.stream()
                .map(text -> text.getBytes(UTF_8))
                .sorted((one, other) -> other.length - one.length)
                .forEach(bytes -> patterns.computeIfAbsent(bytes[0], _ -> new ArrayList<>())
                        .add(bytes));
    }

    private static void addForms(String secret, Set<String> texts) {
        texts.add(secret);
        var lines = secret.lines().map(String::strip).toList();
        if (lines.size() > 1) {
            lines.stream().filter(line -> line.length() >= SHORTEST_LINE).forEach(texts::add);
        }
        texts.add(secret.replace("'", "'\\''"));
        texts.add(secret.replace("'", "'\"'\"'"));
        var bytes = secret.getBytes(UTF_8);
        if (bytes.length >= SHORTEST_CODED) {
            addBase64(bytes, texts);
        }
    }

    /** The characters that depend on the secret alone, after none, one or two other bytes. */
    private static void addBase64(byte[] secret, Set<String> texts) {
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            int start = before == 0 ? 0 : before + 1;
            int end = shifted.length * 8 / 6;
            var coded = java.util.Base64.getEncoder().withoutPadding();
            texts.add(coded.encodeToString(shifted).substring(start, end));
            var forAddresses = java.util.Base64.getUrlEncoder().withoutPadding();
            texts.add(forAddresses.encodeToString(shifted).substring(start, end));
        }
    }

    /** A whole text without its secrets. */
    String applied(String text) {
        var out = new java.io.ByteArrayOutputStream();
        var bytes = text.getBytes(UTF_8);
        var flow = new Flow(out::write);
        try {
            flow.write(bytes, bytes.length);
            flow.end();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return out.toString(UTF_8);
    }

    /** Takes bytes. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    /** A stream without its secrets. Holds back what may be the beginning of one, and nothing else. For one thread. */
    final class Flow {
        private final Sink sink;
        private byte[] held = {};

        Flow(Sink sink) {
            this.sink = sink;
        }

        void write(byte[] bytes, int length) throws IOException {
            var all = Arrays.copyOf(held, held.length + length);
            System.arraycopy(bytes, 0, all, held.length, length);
            pass(all, false);
        }

        /** Nothing more will come. */
        void end() throws IOException {
            pass(held, true);
        }

        private void pass(byte[] bytes, boolean last) throws IOException {
            int clean = 0;
            int at = 0;
            while (at < bytes.length) {
                int found = match(bytes, at, last);
                if (found == UNDECIDED) {
                    break;
                }
                if (found == NONE) {
                    at++;
                } else {
                    sink.write(bytes, clean, at - clean);
                    sink.write(ASTERISKS, 0, ASTERISKS.length);
                    at += found;
                    clean = at;
                }
            }
            sink.write(bytes, clean, at - clean);
            held = Arrays.copyOfRange(bytes, at, bytes.length);
        }
    }

    /** The length of the longest secret that begins there; undecided while a longer one may still come. */
    private int match(byte[] bytes, int at, boolean last) {
        for (var pattern : patterns.getOrDefault(bytes[at], List.of())) {
            int available = Math.min(pattern.length, bytes.length - at);
            if (Arrays.equals(pattern, 0, available, bytes, at, at + available)) {
                if (available == pattern.length) {
                    return available;
                }
                if (!last) {
                    return UNDECIDED;
                }
            }
        }
        return NONE;
    }
}
