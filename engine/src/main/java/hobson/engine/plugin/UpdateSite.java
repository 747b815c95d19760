package hobson.engine.plugin;

import hobson.engine.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where plugins can be had.
 *
 * @param url of its document; null for a site that is switched off, which has nothing and is never asked
 */
public record UpdateSite(String id, @Nullable String url) {
    /** The site that is always there. */
    public static final String DEFAULT = "default";

    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    /** Refuses an address that plugins cannot be had from. */
    public UpdateSite {
        if (!PluginManifest.isName(id)) {
            throw Refusal.badInput("‘" + id + "’ is no id for an update site");
        }
        if (url != null) {
            address(url);
        }
    }

    /** The address of a document or file, which must be absolute and of a kind that is fetched. */
    public static URI address(String text) {
        try {
            var address = new URI(text);
            boolean known = address.getScheme() != null && SCHEMES.contains(address.getScheme());
            if (known
                    && (address.getHost() != null
                            || (address.getPath() != null && address.getScheme().equals("file")))) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw Refusal.badInput("‘" + text + "’ is no address: say http://…, https://… or file:///…");
    }
}
