package hobson.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plugin that is installed.
 *
 * @param name short, {@code git}
 * @param title as people read it
 * @param isActive whether it is loaded and works
 * @param isEnabled whether it will be after the next start
 * @param isBundled whether it came with the server
 * @param isDeleted whether it is gone after the next start
 * @param isUpdatable whether there is a newer one at the sites that the server knows
 * @param dependencies versions that it needs at least, by the short names of the plugins; without those that it can do without
 */
public record Plugin(
        String name,
        String title,
        String version,
        boolean isActive,
        boolean isEnabled,
        boolean isBundled,
        boolean isDeleted,
        boolean isUpdatable,
        Optional<String> requiredServer,
        Optional<URI> url,
        Map<String, String> dependencies) {

    static final String TREE =
            "shortName,longName,version,active,enabled,bundled,deleted,hasUpdate,requiredCoreVersion,url,"
                    + "dependencies[shortName,version,optional]";

    static Plugin of(Json plugin) {
        return new Plugin(
                plugin.text("shortName"),
                plugin.text("longName"),
                plugin.text("version"),
                plugin.is("active"),
                plugin.is("enabled"),
                plugin.is("bundled"),
                plugin.is("deleted"),
                plugin.is("hasUpdate"),
                plugin.get("requiredCoreVersion").asText(),
                plugin.get("url").asText().flatMap(Plugin::address),
                needed(plugin.get("dependencies").items()));
    }

    private static Map<String, String> needed(List<Json> dependencies) {
        return dependencies.stream()
                .filter(dependency -> !dependency.text("optional").equals("true"))
                .collect(Collectors.toMap(
                        dependency -> dependency.text("shortName"),
                        dependency -> dependency.text("version"),
                        (a, b) -> a));
    }

    /** Authors of plugins write what they like there. */
    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
