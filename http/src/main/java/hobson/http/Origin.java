package hobson.http;

import org.jspecify.annotations.Nullable;

/**
 * Where the caller reached this server: what an address that we hand out must start with. Behind a proxy the {@code Forwarded} or
 * {@code X-Forwarded-Proto}, {@code -Host} and {@code -Port} headers win, the first entry of each; a value that can be no scheme,
 * host or port is ignored.
 *
 * @param host a name or an address, IPv6 in brackets
 * @param client the address of the caller as far as we know it
 */
public record Origin(String scheme, String host, int port, String client) {

    static Origin of(Wire wire, boolean trustsForwarded) {
        var direct = direct(wire);
        if (!trustsForwarded) return direct;
        var forwarded = wire.header("Forwarded");
        return forwarded == null ? extended(direct, wire) : standard(direct, new ForwardedElement(forwarded));
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** {@code https://host[:port]}; the port only when it is not the usual one. */
    public String url() {
        return port == usualPort(scheme) ? scheme + "://" + host : scheme + "://" + host + ":" + port;
    }

    private static Origin direct(Wire wire) {
        var scheme = wire.isEncrypted() ? "https" : "http";
        var authority = Authority.parse(wire.authority());
        if (authority == null) return new Origin(scheme, "localhost", usualPort(scheme), wire.peer());
        return new Origin(scheme, authority.host, authority.port(usualPort(scheme)), wire.peer());
    }

    private static Origin standard(Origin direct, ForwardedElement element) {
        return direct.behind(element.get("proto"), element.get("host"), null, element.get("for"));
    }

    private static Origin extended(Origin direct, Wire wire) {
        var proto = first(wire.header("X-Forwarded-Proto"));
        var host = first(wire.header("X-Forwarded-Host"));
        var port = first(wire.header("X-Forwarded-Port"));
        var client = first(wire.header("X-Forwarded-For"));
        if (proto == null && host == null && port == null && client == null) return direct;
        return direct.behind(proto, host, port, client);
    }

    private Origin behind(
            @Nullable String proto, @Nullable String hostText, @Nullable String portText, @Nullable String clientText) {
        var outerScheme = proto != null && (proto.equalsIgnoreCase("https") || proto.equalsIgnoreCase("http"))
                ? Ascii.lowerCase(proto)
                : scheme;
        var authority = hostText == null ? null : Authority.parse(hostText);
        // without a forwarded host the Host header is what the caller used; a port in it was written on purpose
        int inherited = port == usualPort(scheme) ? usualPort(outerScheme) : port;
        int outerPort = authority == null ? inherited : authority.port(usualPort(outerScheme));
        var given = portText == null ? -1 : Authority.port(portText);
        var peer = clientText == null ? null : Authority.parse(clientText);
        return new Origin(
                outerScheme,
                authority == null ? host : authority.host,
                given > 0 ? given : outerPort,
                peer == null ? client : peer.host);
    }

    private static @Nullable String first(@Nullable String list) {
        if (list == null) return null;
        int comma = list.indexOf(',');
        return (comma < 0 ? list : list.substring(0, comma)).strip();
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
