package hobson.http.file;

import org.jspecify.annotations.Nullable;

/**
 * A part of a file that a client asks for.
 *
 * @param first the first byte
 * @param length at least 1; 0 for a range that the file does not have
 */
record ByteRange(long first, long length) {

    /**
     * Reads a {@code Range} header: {@code bytes=a-b}, {@code a-} or {@code -suffix}. Null for anything else, several ranges included: then the
     * whole file is the answer, as RFC 9110 §14.2 allows.
     */
    static @Nullable ByteRange parse(String header, long size) {
        var text = header.strip();
        if (!text.regionMatches(true, 0, "bytes=", 0, 6)) return null;
        int dash = text.indexOf('-', 6);
        if (dash < 0) return null;
        var from = number(text.substring(6, dash).strip());
        var to = number(text.substring(dash + 1).strip());
        if (from == null || to == null || (from < 0 && to < 0)) return null;
        if (from < 0) return new ByteRange(Math.max(0, size - to), Math.min(to, size));
        if (to >= 0 && to < from) return null;
        if (from >= size) return new ByteRange(from, 0);
        return new ByteRange(from, to < 0 ? size - from : Math.min(to, size - 1) - from + 1);
    }

    /** -1 for nothing, null for no number. */
    private static @Nullable Long number(String digits) {
        if (digits.isEmpty()) return -1L;
        if (digits.length() > 18) return null;
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') return null;
            number = 10 * number + (c - '0');
        }
        return number;
    }
}
