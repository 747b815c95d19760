package hobson.engine.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that an update site has.
 *
 * @param site whose it is
 * @param url where its file is, absolute
 * @param size in bytes, 0 when it is not said
 * @param released in milliseconds since 1970, null when it is not said
 * @param digests of the file
 */
public record PluginOffer(
        String site,
        String name,
        Version version,
        String url,
        long size,
        @Nullable String title,
        @Nullable String excerpt,
        @Nullable String wiki,
        @Nullable Version requiredCore,
        @Nullable Version compatibleSince,
        @Nullable Long released,
        List<String> categories,
        List<PluginDependency> dependencies,
        Digests digests) {
    public PluginOffer {
        categories = List.copyOf(categories);
        dependencies = List.copyOf(dependencies);
    }

    /** Whether this is worth installing over that plugin. */
    public boolean isNewerThan(Plugin installed) {
        return installed.version().isOlderThan(version);
    }
}
