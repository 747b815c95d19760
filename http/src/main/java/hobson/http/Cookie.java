package hobson.http;

/**
 * A cookie to set; always {@code HttpOnly}.
 *
 * @param maxAge seconds; -1 for as long as the browser runs, 0 deletes the cookie
 * @param sameSite {@code Lax}, {@code Strict}, {@code None}, or empty to say nothing
 */
public record Cookie(String name, String value, String path, int maxAge, boolean secure, String sameSite) {
    public Cookie {
        for (int i = 0; i < name.length() + value.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : value.charAt(i - name.length());
            if (c <= ' ' || c >= 0x7F || c == ';' || c == ',' || c == '"' || c == '\\') {
                throw new IllegalArgumentException("a character that no cookie may have, in cookie " + name);
            }
        }
    }

    Header toHeader() {
        var line = new StringBuilder(96)
                .append(name)
                .append('=')
                .append(value)
                .append("; Path=")
                .append(path);
        if (maxAge >= 0) line.append("; Max-Age=").append(maxAge);
        if (maxAge == 0) line.append("; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
        line.append("; HttpOnly");
        if (secure) line.append("; Secure");
        if (!sameSite.isEmpty()) line.append("; SameSite=").append(sameSite);
        return Header.of("Set-Cookie", line.toString());
    }
}
