package hobson.client;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plugin that an update site has.
 *
 * @param site the id of the site
 * @param description may have HTML in it
 * @param dependencies versions that it needs at least, by the short names of the plugins
 */
public record PluginOffer(
        String name,
        String title,
        String version,
        String site,
        Optional<String> description,
        Optional<String> requiredServer,
        Map<String, String> dependencies) {

    static final String TREE = "name,title,version,sourceId,excerpt,requiredCore,dependencies[*]";

    static PluginOffer of(Json offer) {
        return new PluginOffer(
                offer.text("name"),
                offer.get("title").asText().orElseGet(() -> offer.text("name")),
                offer.text("version"),
                offer.text("sourceId"),
                offer.get("excerpt").asText(),
                offer.get("requiredCore").asText(),
                offer.get("dependencies").members().entrySet().stream()
                        .filter(needed -> needed.getValue().asText().isPresent())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                needed -> needed.getValue().asText().orElse(""))));
    }
}
