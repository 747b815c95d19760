package hobson.remote.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of itself in the local network; nothing else (discovery.md §1, §5.5).
 *
 * @param version whose behaviour the server has
 * @param rootUrl with a slash at the end; null: not known, since none is configured
 * @param serverId 32 hexadecimal digits
 */
public record Announcement(String version, @Nullable String rootUrl, String serverId) {

    /** The answer to a datagram. */
    byte[] xml() {
        return document(rootUrl == null ? "" : element("url", rootUrl));
    }

    /** The answer without the only element that can be long. */
    byte[] shortXml() {
        return document("");
    }

    private byte[] document(String url) {
        var document = "<hudson>" + element("version", version) + url + element("server-id", serverId) + "</hudson>";
        return document.getBytes(UTF_8);
    }

    private static String element(String name, String value) {
        var escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }

    /** The TXT record of a server whose address is known (discovery.md §2). */
    static Map<String, String> properties(Announcement announcement, URI url) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("url", url.toString());
        properties.put("version", announcement.version());
        properties.put("server-id", announcement.serverId());
        if (!url.getPath().isEmpty()) {
            properties.put("path", url.getPath());
        }
        return properties;
    }
}
