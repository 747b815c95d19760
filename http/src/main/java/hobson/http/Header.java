package hobson.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * One line of an answer's head: valid on the wire from the moment it exists.
 *
 * <p>A value is written as Latin-1. Every character above U+00FF and every control character except TAB becomes one blank
 * ({@code remote-api.md §1.6}), so no value can start another header.
 */
public final class Header {
    /** On every answer. */
    static final Header NO_SNIFF = constant("X-Content-Type-Options", "nosniff");

    /** On every answer; clients of Jenkins read it. Without a version, which is nobody's business. */
    static final Header SERVER = constant("Server", "Hobson");

    private final HttpField field;

    private Header(HttpField field) {
        this.field = field;
    }

    public static Header of(String name, String value) {
        return new Header(new HttpField(token(name), printable(value)));
    }

    /** A header that is sent many times: encoded once. */
    public static Header constant(String name, String value) {
        return new Header(new PreEncodedHttpField(token(name), printable(value)));
    }

    public String name() {
        return field.getName();
    }

    public String value() {
        return field.getValue();
    }

    HttpField field() {
        return field;
    }

    boolean isNamed(String name) {
        return field.getName().equalsIgnoreCase(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Header header
                && header.isNamed(name())
                && header.value().equals(value());
    }

    @Override
    public int hashCode() {
        return value().hashCode();
    }

    @Override
    public String toString() {
        return name() + ": " + value();
    }

    private static String token(String name) {
        if (name.isEmpty()) throw new IllegalArgumentException("a header needs a name");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7F || "()<>@,;:\\\"/[]?={}".indexOf(c) >= 0) {
                throw new IllegalArgumentException("not a header name: " + printable(name));
            }
        }
        return name;
    }

    private static String printable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isPrintable(value.charAt(i))) return blanked(value, i);
        }
        return value;
    }

    private static String blanked(String value, int from) {
        var chars = value.toCharArray();
        for (int i = from; i < chars.length; i++) {
            if (!isPrintable(chars[i])) chars[i] = ' ';
        }
        return new String(chars);
    }

    private static boolean isPrintable(char c) {
        return (c >= ' ' && c <= 0xFF && c != 0x7F) || c == '\t';
    }
}
