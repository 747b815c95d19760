package hobson.remote.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.Refusal;
import hobson.engine.plugin.Digests;
import hobson.engine.plugin.PluginDependency;
import hobson.engine.plugin.PluginManifest;
import hobson.engine.plugin.PluginOffer;
import hobson.engine.plugin.SiteData;
import hobson.engine.plugin.SiteFormat;
import hobson.engine.plugin.UpdateSite;
import hobson.engine.plugin.Version;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code update-center.json} (plugins-and-update-center.md §1): one JSON object, alone or wrapped in a call. What it says is
 * believed only when it is signed by somebody whom this server trusts, unless the administrator has decided otherwise.
 */
public final class SiteDocuments implements SiteFormat {
    private static final int VERSION = 1;

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final SiteSignature signature;
    private final boolean signed;

    /** @param signed whether documents must be signed */
    public SiteDocuments(SiteSignature signature, boolean signed) {
        this.signature = signature;
        this.signed = signed;
    }

    @Override
    public SiteData read(UpdateSite site, byte[] document) {
        var root = object(new String(document, UTF_8));
        int version = root.path("updateCenterVersion").asInt(0);
        if (version != VERSION) {
            throw Refusal.badInput(
                    "The document of the update site says version " + version + "; this server knows " + VERSION + ".");
        }
        if (signed) {
            signature.require(root);
        }
        var plugins = new HashMap<String, PluginOffer>();
        root.path("plugins").properties().forEach(entry -> {
            if (PluginManifest.isName(entry.getKey())) {
                plugins.put(entry.getKey(), offer(site, entry.getKey(), entry.getValue()));
            }
        });
        return new SiteData(text(root, "connectionCheckUrl"), root.has("core"), plugins);
    }

    /** From the first brace to the last one, whatever stands around it. */
    private JsonNode object(String text) {
        int start = text.indexOf('{');
        int end = text.lastIndexOf('}');
        if (start < 0 || end < start) {
            throw Refusal.badInput("The document of the update site has no JSON object in it.");
        }
        try {
            return json.readTree(text.substring(start, end + 1));
        } catch (JacksonException e) {
            throw Refusal.badInput("The document of the update site is not JSON: " + e.getOriginalMessage() + ".");
        }
    }

    private static PluginOffer offer(UpdateSite site, String name, JsonNode plugin) {
        return new PluginOffer(
                site.id(),
                name,
                new Version(plugin.path("version").asString("")),
                address(site, plugin.path("url").asString("")),
                plugin.path("size").asLong(0),
                text(plugin, "title"),
                text(plugin, "excerpt"),
                text(plugin, "wiki"),
                version(plugin, "requiredCore"),
                version(plugin, "compatibleSinceVersion"),
                time(plugin),
                categories(plugin),
                dependencies(plugin.path("dependencies")),
                new Digests(text(plugin, "sha512"), text(plugin, "sha256"), text(plugin, "sha1")));
    }

    /** Relative addresses begin at the document. */
    private static String address(UpdateSite site, String url) {
        try {
            return site.url() == null
                    ? url
                    : URI.create(site.url()).resolve(url).toString();
        } catch (IllegalArgumentException e) {
            return url; // refused when somebody wants it
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable Version version(JsonNode node, String name) {
        var text = text(node, name);
        return text == null ? null : new Version(text);
    }

    private static @Nullable Long time(JsonNode plugin) {
        try {
            var text = text(plugin, "releaseTimestamp");
            return text == null ? null : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Called labels in newer documents. */
    private static List<String> categories(JsonNode plugin) {
        var categories = new ArrayList<String>();
        for (var field : List.of("categories", "labels")) {
            plugin.path(field).forEach(label -> categories.add(label.asString("")));
        }
        return categories.stream().filter(label -> !label.isEmpty()).distinct().toList();
    }

    private static List<PluginDependency> dependencies(JsonNode list) {
        var dependencies = new ArrayList<PluginDependency>();
        list.forEach(one -> dependencies.add(new PluginDependency(
                one.path("name").asString(""),
                Objects.requireNonNullElse(version(one, "version"), new Version("")),
                one.path("optional").asBoolean(false))));
        return dependencies;
    }
}
