package hobson.parts.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.PluginFormat;
import hobson.engine.plugin.PluginManifest;
import hobson.engine.plugin.Version;
import hobson.parts.document.Documents;
import hobson.parts.document.Element;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * Plugins as jars: parts that {@code META-INF/services/hobson.parts.Part} names, and a manifest with the attributes that plugins of
 * Jenkins have (plugins-and-update-center.md §2). A plugin that was made for Jenkins itself is refused.
 */
public final class PluginJars implements PluginFormat {
    static final String PARTS = "META-INF/services/hobson.parts.Part";
    private static final int MANIFEST_BYTES = 1 << 20;

    private final Map<String, PluginManifest> bundled = new LinkedHashMap<>();
    private final Documents documents;

    /** @param bundled what this server has in itself: it is named to who brings the same for Jenkins */
    public PluginJars(List<PluginManifest> bundled, Documents documents) {
        bundled.forEach(manifest -> this.bundled.put(manifest.name(), manifest));
        this.documents = documents;
    }

    @Override
    public PluginManifest manifest(Path file) {
        return read(file, this::manifest);
    }

    @Override
    public PluginManifest checked(Path file) {
        return read(file, jar -> {
            var manifest = manifest(jar);
            JarCheck.check(jar);
            return manifest;
        });
    }

    private interface Reading {
        PluginManifest read(ZipFile jar) throws IOException;
    }

    private static PluginManifest read(Path file, Reading reading) {
        try (var jar = new ZipFile(file.toFile())) {
            return reading.read(jar);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.badInput("The file is no plugin, or it is damaged: " + e.getMessage() + ".");
        }
    }

    private PluginManifest manifest(ZipFile jar) throws IOException {
        var manifest = new ManifestReader(attributes(jar));
        if (jar.getEntry(PARTS) == null) {
            throw manifest.isOfJenkins() || jar.getEntry("WEB-INF/") != null
                    ? ofJenkins(manifest.name())
                    : Refusal.badInput("The file is no plugin: it has no " + PARTS + ", which would name its parts.");
        }
        return manifest.read();
    }

    private Refusal ofJenkins(String name) {
        var own = bundled.get(name);
        return new Refusal(
                Refusal.Kind.UNSUPPORTED,
                "‘" + name + "’ is a plugin for Jenkins and needs its classes, which this server does not have; "
                        + (own == null
                                ? "nothing that is built in takes its place."
                                : "what it does is built in here as ‘" + own.title() + "’ " + own.version() + "."));
    }

    private static java.util.jar.Attributes attributes(ZipFile jar) throws IOException {
        var entry = jar.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            throw Refusal.badInput("The file is no plugin: it has no " + JarFile.MANIFEST_NAME + ".");
        }
        try (var in = jar.getInputStream(entry)) {
            var bytes = in.readNBytes(MANIFEST_BYTES + 1);
            if (bytes.length > MANIFEST_BYTES) {
                throw Refusal.badInput("The plugin's manifest has more than " + MANIFEST_BYTES + " bytes.");
            }
            return new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        }
    }

    @Override
    public List<Wanted> wanted(byte[] document) {
        var wanted = new LinkedHashMap<String, Wanted>();
        collect(documents.read(document).root(), wanted);
        return List.copyOf(wanted.values());
    }

    private static void collect(Element element, Map<String, Wanted> into) {
        element.attribute("plugin").ifPresent(text -> {
            var wanted = wanted(text);
            var known = into.get(wanted.name());
            if (known == null || known.version().isOlderThan(wanted.version())) {
                into.put(wanted.name(), wanted);
            }
        });
        element.children().forEach(child -> collect(child, into));
    }

    private static Wanted wanted(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1 || text.indexOf('@', at + 1) >= 0) {
            throw Refusal.badInput("A plugin is named as name@version, not as ‘" + text + "’.");
        }
        return new Wanted(text.substring(0, at), new Version(text.substring(at + 1)));
    }
}
