package hobson.client;

import hobson.parts.Part;
import hobson.parts.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** What a plugin of Hobson is at the least: a part that reads nothing. */
public final class EmptyPlugin implements Part {
    @Override
    public List<Reading<?>> reads() {
        return List.of();
    }

    /** The file of such a plugin. */
    static byte[] file(String name, String version) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue("Short-Name", name);
        attributes.putValue("Plugin-Version", version);
        var bytes = new ByteArrayOutputStream();
        var part = EmptyPlugin.class.getName();
        try (var jar = new JarOutputStream(bytes, manifest);
                var code = EmptyPlugin.class.getResourceAsStream("EmptyPlugin.class")) {
            jar.putNextEntry(new JarEntry("META-INF/services/hobson.parts.Part"));
            jar.write(part.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(part.replace('.', '/') + ".class"));
            jar.write(Objects.requireNonNull(code).readAllBytes());
        }
        return bytes.toByteArray();
    }
}
