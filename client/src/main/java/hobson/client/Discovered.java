package hobson.client;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A server that has said that it is there. Anybody in the network can say so: what is found is a suggestion, not an identity.
 *
 * @param url where it is; empty when no root URL is configured there, or when what it said is no address of a web server
 * @param version as it says
 * @param serverId 32 hexadecimal digits, the same by every way of asking
 * @param sender the machine that answered
 * @param properties everything that it said, by the names that it used: {@code slave-port} and the like
 */
public record Discovered(
        Optional<URI> url,
        Optional<String> version,
        Optional<String> serverId,
        InetAddress sender,
        Map<String, String> properties) {

    /** What everybody can ask of it is copied out of the properties. */
    static Discovered of(InetAddress sender, Map<String, String> properties) {
        return new Discovered(
                Optional.ofNullable(properties.get("url")).flatMap(Discovered::webAddress),
                Optional.ofNullable(properties.get("version")),
                Optional.ofNullable(properties.get("server-id")),
                sender,
                Map.copyOf(properties));
    }

    private static Optional<URI> webAddress(String text) {
        try {
            var url = URI.create(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return web && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
