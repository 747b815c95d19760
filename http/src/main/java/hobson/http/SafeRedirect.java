package hobson.http;

/** Whether an address that came from a request may be redirected to (security.md §4): only a place on this server may. */
public final class SafeRedirect {
    private SafeRedirect() {}

    /**
     * True for a relative reference: no scheme, no {@code //host}. A backslash or a control character anywhere is refused, because
     * browsers read {@code /\host} as {@code //host} and drop tabs and line ends.
     */
    public static boolean isSafe(String target) {
        if (target.isEmpty() || target.startsWith("//")) return false;
        boolean inScheme = true;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c < ' ' || c == 0x7F || c == '\\') return false;
            if (c == '/' || c == '?' || c == '#') inScheme = false;
            if (c == ':' && inScheme) return false;
        }
        return !Character.isWhitespace(target.charAt(0));
    }
}
