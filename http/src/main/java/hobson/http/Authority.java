package hobson.http;

import org.jspecify.annotations.Nullable;

/** A host and perhaps a port, with nothing in it that could leave its place in an address or a page. */
final class Authority {
    final String host;
    private final int port;

    private Authority(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Returns null for a text that is no {@code host} and no {@code host:port}. */
    static @Nullable Authority parse(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        if (end < 0) end = text.length();
        if (end == 0 || !isHost(text, end)) return null;
        if (end == text.length()) return new Authority(text, -1);
        int port = text.charAt(end) == ':' ? port(text.substring(end + 1)) : -1;
        return port < 0 ? null : new Authority(text.substring(0, end), port);
    }

    /** Returns -1 for a text that is no port. */
    static int port(String text) {
        if (text.isEmpty() || text.length() > 5) return -1;
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            port = 10 * port + digit;
        }
        return port > 65_535 ? -1 : port;
    }

    int port(int otherwise) {
        return port < 0 ? otherwise : port;
    }

    private static boolean isHost(String text, int end) {
        boolean bracketed = text.charAt(0) == '[';
        for (int i = bracketed ? 1 : 0; i < (bracketed ? end - 1 : end); i++) {
            char c = text.charAt(i);
            boolean ordinary = Ascii.isLetterOrDigit(c) || c == '.';
            if (!ordinary && (bracketed ? c != ':' && c != '%' : c != '-' && c != '_')) return false;
        }
        return end > 0 && (!bracketed || end > 3);
    }
}
