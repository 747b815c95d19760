package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Makes plugins as their authors do: compiles a part, names it, and packs it with a manifest. */
public final class PluginJar {
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private PluginJar() {}

    /** A file with such a manifest, and nothing else yet. */
    public static PluginJar of(String name, String version) {
        return new PluginJar().with("Short-Name", name).with("Plugin-Version", version);
    }

    public PluginJar with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    public PluginJar file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** A builder that prints a word and the text of its element, in the class {@code PACKAGE.Greet}. */
    public PluginJar greeting(Path folder, String pack, String word) throws IOException {
        return part(folder, pack + ".GreetPart", """
                package %1$s;

                import hobson.engine.build.Result;
                import hobson.engine.run.BuildContext;
                import hobson.engine.run.BuildStep;
                import hobson.parts.Part;
                import hobson.parts.Reading;
                import hobson.parts.Role;
                import java.io.IOException;
                import java.util.List;

                public final class GreetPart implements Part {
                    @Override
                    public List<Reading<?>> reads() {
                        return List.of(Reading.of(
                                Role.BUILDER, "%1$s.Greet", (element, nested) -> new Greet(element.text("whom").orElse("nobody"))));
                    }

                    record Greet(String whom) implements BuildStep {
                        @Override
                        public String name() {
                            return "Greet";
                        }

                        @Override
                        public Result perform(BuildContext context) throws IOException {
                            context.log().line("%2$s " + whom);
                            return Result.SUCCESS;
                        }
                    }
                }
                """.formatted(pack, word));
    }

    public PluginJar part(Path folder, String className, String source) throws IOException {
        var compiled = compiled(Files.createTempDirectory(folder, "plugin"), className, source);
        try (var classes = Files.walk(compiled)) {
            for (var file : classes.filter(Files::isRegularFile).toList()) {
                file(compiled.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return file("META-INF/services/hobson.parts.Part", className.getBytes(UTF_8));
    }

    private static Path compiled(Path folder, String className, String source) throws IOException {
        var file = Files.writeString(
                folder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java"), source);
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        var messages = new StringWriter();
        var options = List.of("-proc:none", "-d", folder.resolve("classes").toString());
        try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
            var task = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file));
            if (!task.call()) {
                throw new AssertionError(messages);
            }
        }
        return folder.resolve("classes");
    }

    public byte[] bytes() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        var out = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(out, manifest)) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
