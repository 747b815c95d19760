package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Percent-encoding in paths: UTF-8, upper-case hexadecimal. */
public final class PathText {
    private static final String KEPT_IN_NAMES = "!$&'()*+,-.=@_";
    private static final String HEX = "0123456789ABCDEF";

    private PathText() {}

    /** One name as one path token: {@code a b/c%d} becomes {@code a%20b%2Fc%25d} (remote-api.md §7.2). */
    public static String encode(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isKept(name.charAt(i))) return encoded(name);
        }
        return name;
    }

    /** An address with everything that may not stand in a header as it is percent-encoded; escapes in it are left alone. */
    static String ascii(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (!isVisible(address.charAt(i))) return asciiOf(address);
        }
        return address;
    }

    /**
     * The name that a token stands for; bytes that are no UTF-8 become U+FFFD.
     *
     * @throws Problem 400 when an escape is not {@code %} and two hexadecimal digits
     */
    static String decode(String token) {
        return token.indexOf('%') < 0 ? token : new String(decoded(token), UTF_8);
    }

    /** The bytes meant by a token with escapes; bytes that are no UTF-8 are the caller's affair. */
    private static byte[] decoded(String token) {
        var bytes = new ByteArrayOutputStream(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '%') {
                bytes.write(escaped(token, i));
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                int end = token.offsetByCodePoints(i, 1);
                bytes.writeBytes(token.substring(i, end).getBytes(UTF_8));
                i = end - 1;
            }
        }
        return bytes.toByteArray();
    }

    /** The byte of the escape that starts at {@code at}. */
    static int escaped(String text, int at) {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0 || text.charAt(at + 1) > 'f' || text.charAt(at + 2) > 'f') {
            throw Problem.badRequest("A percent sign must be followed by two hexadecimal digits");
        }
        return high << 4 | low;
    }

    private static String encoded(String name) {
        var text = new StringBuilder(name.length() + 16);
        for (byte b : name.getBytes(UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isKept(c)) text.append(c);
            else escape(text, b);
        }
        return text.toString();
    }

    private static String asciiOf(String address) {
        var text = new StringBuilder(address.length() + 16);
        for (byte b : address.getBytes(UTF_8)) {
            if (isVisible((char) (b & 0xFF))) text.append((char) b);
            else escape(text, b);
        }
        return text.toString();
    }

    private static void escape(StringBuilder text, byte b) {
        text.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
    }

    private static boolean isKept(char c) {
        return Ascii.isLetterOrDigit(c) || KEPT_IN_NAMES.indexOf(c) >= 0;
    }

    private static boolean isVisible(char c) {
        return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>';
    }
}
