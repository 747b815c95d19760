package hobson.engine.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an update site has, as its document says.
 *
 * @param connectionCheckUrl answers when there is a network at all
 * @param core whether it also has versions of the server
 * @param byName the plugins, by name
 */
public record SiteData(@Nullable String connectionCheckUrl, boolean core, Map<String, PluginOffer> byName) {
    public static final SiteData NONE = new SiteData(null, false, Map.of());

    public SiteData {
        byName = java.util.Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    public List<PluginOffer> all() {
        return List.copyOf(byName.values());
    }

    public Optional<PluginOffer> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
