package hobson.engine.item;

import java.nio.charset.StandardCharsets;

/** How a name is written in an address. */
public final class PathSegments {
    private static final String PLAIN = "!$&'()*+,-.=@_";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PathSegments() {}

    /** Percent-encodes the UTF-8 bytes of everything but ASCII letters, digits and {@code ! $ & ' ( ) * + , - . = @ _}. */
    public static String encode(String name) {
        if (name.chars().allMatch(PathSegments::isPlain)) {
            return name;
        }
        var out = new StringBuilder(name.length() + 16);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b & 0xff)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 128 && PLAIN.indexOf(c) >= 0);
    }
}
