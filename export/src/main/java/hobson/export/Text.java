package hobson.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Text and numbers as bytes: UTF-8, escaped as the flavours want it (remote-api.md §2.6, §2.8). */
final class Text {
    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
    private static final byte[] LESS = "&lt;".getBytes(US_ASCII);
    private static final byte[] GREATER = "&gt;".getBytes(US_ASCII);
    private static final byte[] AMPERSAND = "&amp;".getBytes(US_ASCII);
    private static final byte[] SMALLEST = Long.toString(Long.MIN_VALUE).getBytes(US_ASCII);

    /** Characters that are made room for at a time. */
    private static final int PIECE = 8 * 1024;

    /**
     * Whether a character stands for itself in a string, or in XML, and is one byte. As long as there are characters, so that the loops
     * need no other check: they are what most of the time goes into.
     */
    private static final boolean[] PLAIN_IN_STRING = new boolean[1 << 16];

    private static final boolean[] PLAIN_IN_XML = new boolean[1 << 16];

    static {
        for (char c = 0; c < 0x80; c++) {
            PLAIN_IN_STRING[c] = c >= ' ' && c != '"' && c != '\\' && c != 0x7F;
            PLAIN_IN_XML[c] = c != '<' && c != '>' && c != '&';
        }
    }

    private Text() {}

    /** A string of JSON or Python, with its quotes. */
    static void quoted(String text, Bytes out) {
        int length = text.length();
        if (length > PIECE) {
            quotedInPieces(text, out);
            return;
        }
        out.room(length * 6 + 2);
        byte[] data = out.data;
        int at = out.size;
        data[at++] = '"';
        at = characters(text, 0, length, data, at);
        data[at++] = '"';
        out.size = at;
    }

    private static void quotedInPieces(String text, Bytes out) {
        out.add('"');
        for (int from = 0; from < text.length(); from += PIECE) {
            int to = Math.min(from + PIECE, text.length());
            out.room((to - from) * 6);
            out.size = characters(text, from, to, out.data, out.size);
        }
        out.add('"');
    }

    private static int characters(String text, int from, int to, byte[] data, int start) {
        int at = start;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (!PLAIN_IN_STRING[c]) break;
            data[at++] = (byte) c;
            i++;
        }
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (PLAIN_IN_STRING[c]) data[at++] = (byte) c;
            else at = unusual(c, data, at);
        }
        return at;
    }

    private static int unusual(char c, byte[] data, int at) {
        if (c >= 0xA0 && !Character.isSurrogate(c)) return wide(c, data, at);
        data[at] = '\\';
        if (c == '"' || c == '\\') {
            data[at + 1] = (byte) c;
            return at + 2;
        }
        data[at + 1] = 'u';
        data[at + 2] = HEX[c >> 12];
        data[at + 3] = HEX[(c >> 8) & 15];
        data[at + 4] = HEX[(c >> 4) & 15];
        data[at + 5] = HEX[c & 15];
        return at + 6;
    }

    /** Character data of XML. */
    static void escaped(String text, Bytes out) {
        plain(text, true, out);
    }

    /** The characters themselves. */
    static void plain(String text, Bytes out) {
        plain(text, false, out);
    }

    private static void plain(String text, boolean escaped, Bytes out) {
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(from + PIECE, text.length());
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) to--;
            if (to == from) to++;
            plain(text, from, to, escaped, out);
            from = to;
        }
    }

    private static void plain(String text, int from, int to, boolean escaped, Bytes out) {
        out.room((to - from) * 5);
        byte[] data = out.data;
        int at = out.size;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (!PLAIN_IN_XML[c]) break;
            data[at++] = (byte) c;
            i++;
        }
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) at = escaped && !PLAIN_IN_XML[c] ? entity(c, data, at) : single(c, data, at);
            else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1)))
                at = supplementary(Character.toCodePoint(c, text.charAt(++i)), data, at);
            else at = wide(c, data, at);
        }
        out.size = at;
    }

    private static int single(char c, byte[] data, int at) {
        data[at] = (byte) c;
        return at + 1;
    }

    private static int entity(char c, byte[] data, int at) {
        byte[] entity = c == '<' ? LESS : c == '>' ? GREATER : AMPERSAND;
        System.arraycopy(entity, 0, data, at, entity.length);
        return at + entity.length;
    }

    /** Two or three bytes; half a surrogate pair has no UTF-8 and becomes a question mark. */
    private static int wide(char c, byte[] data, int at) {
        if (c < 0x800) {
            data[at] = (byte) (0xC0 | (c >> 6));
            data[at + 1] = (byte) (0x80 | (c & 0x3F));
            return at + 2;
        }
        if (Character.isSurrogate(c)) {
            data[at] = '?';
            return at + 1;
        }
        data[at] = (byte) (0xE0 | (c >> 12));
        data[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3F));
        data[at + 2] = (byte) (0x80 | (c & 0x3F));
        return at + 3;
    }

    private static int supplementary(int codePoint, byte[] data, int at) {
        data[at] = (byte) (0xF0 | (codePoint >> 18));
        data[at + 1] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        data[at + 2] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        data[at + 3] = (byte) (0x80 | (codePoint & 0x3F));
        return at + 4;
    }

    static void integer(long value, Bytes out) {
        if (value == Long.MIN_VALUE) {
            out.add(SMALLEST);
            return;
        }
        if (value < 0) out.add('-');
        long rest = Math.abs(value);
        out.room(19);
        int end = out.size + digits(rest);
        out.size = end;
        do {
            long tenth = rest / 10;
            out.data[--end] = (byte) ('0' + (rest - tenth * 10));
            rest = tenth;
        } while (rest > 0);
    }

    private static int digits(long value) {
        int count = 1;
        for (long bound = 10; count < 19 && value >= bound; bound *= 10) count++;
        return count;
    }
}
